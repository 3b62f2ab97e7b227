"""Bad input: exit status 1, a message that says where, no output."""
import os
from cli import Folder, bars, check, done


def table(url):
	return bars(data={'url': url})


# name, spec, other files, what the message holds
CASES = [
	('not JSON', '{"mark": bar}', {}, ['c.vl.json:1:']),
	('an empty file', '', {}, ['c.vl.json']),
	('NUL in JSON', b'{"mark": "b\0r"}', {}, ['c.vl.json:1:']),
	('invalid UTF-8 in JSON', b'{"mark": "\xff"}', {}, ['c.vl.json:1:']),
	('nesting 10,000 deep', '[' * 10000 + ']' * 10000, {}, ['c.vl.json:1:']),
	('an unknown mark', bars(mark='barr'), {}, ['#/mark', 'did you mean']),
	('width 1e9', bars(width=1e9), {}, ['width']),
	('a ragged CSV', table('d.csv'), {'d.csv': 'a,b\nx,1\ny\n'}, ['d.csv:3']),
	('a missing file', table('none.csv'), {}, ['none.csv']),
	('http', table('http://example.org/d.csv'), {}, ['#/data/url']),
	('a url above the base folder', table('../d.csv'), {}, ['#/data/url']),
	('an absolute url', table('/etc/passwd'), {}, ['#/data/url']),
]

for name, spec, files, wanted in CASES:
	folder = Folder({'c.vl.json': spec, **files})
	run = folder.run('render', 'c.vl.json', '-o', 'c.svg')
	text = run.stderr.decode(errors='replace')
	check(name, run.returncode == 1 and all(w in text for w in wanted) and not os.path.exists(folder.at('c.svg')), run)

folder = Folder({'c.vl.json': bars(), 'file': 'x'})
for option, value in (('--lang', 'xx'), ('--theme', 'papre')):
	run = folder.run('render', 'c.vl.json', '-o', 'c.svg', option, value)
	check(f'unknown {option}', run.returncode == 1 and value in run.stderr.decode(), run)
for path in ('file/c.svg', '/proc/c.svg'):
	run = folder.run('render', 'c.vl.json', '-o', path)
	check(f'unwritable {path}', run.returncode == 1 and run.stderr, run)
done()
