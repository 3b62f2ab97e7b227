"""Styles of reports: by name, by file, in the front matter; a build notices when a style changes; what is wrong with one."""
import re

from cli import *

need_fonts()

REPORT = '---\ntitle: T\nlang: en\nabstract: Words.\n---\n\n# One\n\nText {{ 1 + 1 }}.\n'
HOUSE = {'extends': 'journal', 'accent': '#006400', 'body': {'size': 12}}


def texts(folder, *words):
  """What is drawn on the SVG page: all but the metadata, which tell what it was made of, and the ids, which are a hash of everything."""
  run = folder.run('report', 'r.md', '-o', 'p.svg', *words)
  page = folder.read('p-1.svg').decode() if run.returncode == 0 else ''
  return run, re.sub(r'\bzn[0-9a-f]{10}\b', 'zn', re.sub(r'<metadata>.*</metadata>', '', page, flags=re.S))


folder = Folder({'r.md': REPORT, 'house.json': HOUSE})
run, plain = texts(folder)
check('no style', run.returncode == 0, run)
run, report = texts(folder, '--style', 'report')
check('the usual style by its name', run.returncode == 0 and report == plain, run)
run, journal = texts(folder, '--style', 'journal')
check('another one', run.returncode == 0 and journal != plain, run)
run, house = texts(folder, '--style', 'house.json')
check('a file', run.returncode == 0 and house not in (plain, journal), run)
folder.write('r.md', REPORT.replace('lang: en', 'lang: en\nstyle: house.json'))
run, named = texts(folder)
check('the same named in the front matter', run.returncode == 0 and named == house, run)
run, wins = texts(folder, '--style', 'journal')
check('the command line wins', run.returncode == 0 and wins == journal, run)
folder.write('r.md', REPORT.replace('lang: en', 'lang: en\nstyle: {extends: journal, accent: "#006400", body: {size: 12}}'))
run, inline = texts(folder)
check('the same as a mapping', run.returncode == 0 and inline == house, run)

# name, line of the front matter, what the message holds, words of the command line
for name, line, said, words in [
    ('an unknown style', 'style: jornal', ['r.md:4:8: error: unknown style “jornal”', 'did you mean “journal”?'], []),
    ('a wrong value', 'style:\n  body: {size: huge}', ['r.md:5:16: error: “body.size” of the style should be a size'], []),
    ('a missing file', 'style: none.json', ['r.md:4:8: error'], []),
    ('an unknown style on the command line', '', ['unknown style “jornal”'], ['--style', 'jornal']),
    ('a missing file on the command line', '', ['none.json'], ['--style', 'none.json']),
    ('a file that is no JSON', '', ['bad.json:1:'], ['--style', 'bad.json']),
    ('a wrong value in a file', '', ['wrong.json#/zh/h1/align: error'], ['--style', 'wrong.json']),
    ('columns', 'columns: three', ['r.md:4:10: error: “page.columns” of the style should be 1 or 2'], []),
]:
  folder = Folder({'r.md': REPORT.replace('abstract', line + '\nabstract' if line else 'abstract'), 'bad.json': '{"a": ', 'wrong.json': {'zh': {'h1': {'align': 'up'}}}})
  run = folder.run('report', 'r.md', '-o', 'p.pdf', *words)
  check(name, run.returncode == 1 and all(part in run.stderr.decode() for part in said) and not folder.has('p.pdf'), run)

folder = Folder({'r.md': REPORT.replace('lang: en', 'lang: en\nstyle: {acent: red}')})
run = folder.run('report', 'r.md', '-o', 'p.pdf')
check('an unknown property is a warning', run.returncode == 0 and 'did you mean “accent”?' in run.stderr.decode() and folder.has('p.pdf'), run)
run = folder.run('report', 'r.md', '-o', 'q.pdf', '--strict')
check('and an error with --strict', run.returncode == 1 and not folder.has('q.pdf'), run)

# --- slides: a page a heading, its figure on it below the text, large letters ---
SPEC = {'description': 'x', 'data': {'values': [{'a': 'p', 'b': 3}, {'a': 'q', 'b': 5}]}, 'mark': 'bar', 'width': 500, 'height': 260,
        'encoding': {'x': {'field': 'b', 'type': 'quantitative'}, 'y': {'field': 'a'}}}
DECK = '---\ntitle: Deck\nlang: en\nstyle: slides\n---\n' + ''.join(f'# Heading{i}\n\nWords{i} before it.\n\n![Caption{i}](c.vl.json)\n\n' for i in range(3))
folder = Folder({'r.md': DECK, 'c.vl.json': SPEC})
run = folder.run('report', 'r.md', '-o', 'p.svg')
pages = [folder.read(name).decode() for name in sorted(folder.names()) if name.endswith('.svg')]
check('slides: a page for the title and one for each heading', run.returncode == 0 and not run.stderr and len(pages) == 4, run)
check('with its text and its figure', all(f'{word}{i}' in page for i, page in enumerate(pages[1:]) for word in ('Heading', 'Words', 'Caption')))
check('without numbers', not re.search(r'>1\s*Heading', pages[1]))
check('in large letters', re.findall(r'font-size="([\d.]+)"[^>]*>(?:<[^>]*>)*Words0', pages[1]) == ['26.667'], pages[1][:3000])
check('charts too', 'scale(1.' in pages[1], '')
folder.write('r.md', DECK.replace('style: slides', 'style: {extends: slides, numbering: {headings: true}, h1: {new-page: false}}'))
run = folder.run('report', 'r.md', '-o', 'q.svg')
check('what a style changes of it', run.returncode == 0 and re.search(r'>1\s*</', ''.join(folder.read(name).decode() for name in folder.names() if name.startswith('q-'))), run)

folder = Folder({'r.md': REPORT.replace('lang: en', 'lang: en\nstyle: house.json'), 'house.json': HOUSE, 'zhinu.json': {'output': 'out', 'reports': [{'source': 'r.md'}]}})
first = folder.run('build')
before = folder.read('out/r.pdf') if first.returncode == 0 else b''
again = folder.run('build')
folder.write('house.json', {**HOUSE, 'accent': '#640000', 'body': {'size': 13}})
after = folder.run('build')
check('a build with a style', first.returncode == 0 and again.returncode == 0, first)
check('notices that the style changed', after.returncode == 0 and folder.read('out/r.pdf') != before, after)

done()
