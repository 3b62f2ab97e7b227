"""zhinu render: formats, sizes, the same bytes each time."""
import json, struct
from cli import Folder, bars, check, done

folder = Folder({'c.vl.json': bars(title='A title', description='What is seen')})
run = folder.run('render', 'c.vl.json', '-o', 'c.png', '-o', 'c.pdf', '-o', 'c.svg', '-o', 'c.scene.json', '--size', '400x300')
check('four formats at once', run.returncode == 0, run)
if run.returncode == 0:
	made = {end: open(folder.at('c.' + end), 'rb').read() for end in ('png', 'pdf', 'svg', 'scene.json')}
	check('a PNG of exactly the asked size', struct.unpack('>II', made['png'][16:24]) == (400, 300))
	check('texts inside the PNG', b'iTXt' in made['png'] and b'What is seen' in made['png'])
	check('a PDF', made['pdf'].startswith(b'%PDF-'))
	check('an SVG', b'<svg' in made['svg'])
	check('a scene', isinstance(json.loads(made['scene.json']), dict))
	folder.run('render', 'c.vl.json', '-o', 'd.png', '-o', 'd.pdf', '--size', '400x300')
	check('the same bytes again', all(open(folder.at('d.' + e), 'rb').read() == made[e] for e in ('png', 'pdf')))
run = folder.run('render', '-', '-o', '-', input=json.dumps(bars()).encode())
check('from standard input to standard output', run.returncode == 0 and run.stdout.startswith(b'\x89PNG'), run)
check('wrong usage is 2', folder.run('render', '--nonsense').returncode == 2)
done()
