"""zhinu render: formats, sizes and the other options, the same bytes each time."""
import json
import struct
from cli import Folder, bars, check, check_refused, done, need_fonts, pdf_objects, png_chunks, png_size, told

need_fonts()
folder = Folder({'c.vl.json': bars(title='A title', description='What is seen')})
run = folder.run('render', 'c.vl.json', '-o', 'c.png', '-o', 'c.pdf', '-o', 'c.svg', '-o', 'c.scene.json', '--size', '400x300')
check('four formats at once', run.returncode == 0 and not run.stderr, run)
made = {end: folder.read('c.' + end) for end in ('png', 'pdf', 'svg', 'scene.json')}
check('a PNG of exactly the asked size', png_size(made['png']) == (400, 300))
check('texts inside the PNG', b'iTXt' in made['png'] and b'What is seen' in made['png'])
check('a PDF', made['pdf'].startswith(b'%PDF-'))
check('an SVG', b'<svg' in made['svg'] and b'What is seen' in made['svg'])
check('a scene', isinstance(json.loads(made['scene.json']), dict))
folder.run('render', 'c.vl.json', '-o', 'd.png', '-o', 'd.pdf', '-o', 'd.svg', '--size', '400x300')
check('the same bytes again', all(folder.read('d.' + end) == made[end] for end in ('png', 'pdf', 'svg')))

# --- standard input and output ---
text = json.dumps(bars()).encode()
run = folder.run('render', '-', '-o', '-', input=text)
check('from standard input to standard output', run.returncode == 0 and run.stdout.startswith(b'\x89PNG'), run)
run = folder.run('render', '-', '-o', '-', input=b'{')
check('problems of standard input', run.returncode == 1 and 'standard input:1:' in told(run) and not run.stdout, run)

# --- pixels ---
def render(*words, spec='c.vl.json', status=0):
  run = folder.run('render', spec, '-o', 'o.png', *words)
  if run.returncode != status:
    check('render ' + ' '.join(words), False, run)
  return folder.read('o.png')


def ppi(png):
  """of the pHYs chunk, rounded"""
  data = dict(png_chunks(png)).get('pHYs')
  across, down, unit = struct.unpack('>IIB', data) if data else (0, 0, 0)
  return round(across * 0.0254) if unit == 1 and across == down else 0


once, twice = render('--scale', '1'), render('--scale', '2')
check('--scale doubles the pixels', png_size(twice) == tuple(2 * side for side in png_size(once)))
check('--scale goes with the resolution', (ppi(once), ppi(twice)) == (96, 192))
check('--scale may be a fraction', png_size(render('--scale', '1.5')) == tuple(round(1.5 * side) for side in png_size(once)))
check('--ppi writes the resolution', ppi(render('--ppi', '300')) == 300 and png_size(render('--ppi', '300')) == png_size(once))
check('--option=value', ppi(render('--ppi=300')) == 300)
for width, height in ((1600, 900), (300, 900), (64, 64)):
  check(f'--size {width}x{height}', png_size(render('--size', f'{width}x{height}')) == (width, height))
check('--size with --scale', png_size(render('--size', '1600x900', '--scale', '2')) == (1600, 900))
check('opaque by itself', render()[25] in (2, 3))
check('--transparent has alpha', render('--transparent')[25] in (4, 6) or 'tRNS' in dict(png_chunks(render('--transparent'))))


# --- the background ---
run = folder.run('render', 'c.vl.json', '-o', 'b.svg', '--background', '#f4f1ea')
check('--background', run.returncode == 0 and b'#f4f1ea' in folder.read('b.svg'), run)
folder.write('red.vl.json', bars(background='red'))
run = folder.run('render', 'red.vl.json', '-o', 'b.svg', '--background', 'rgb(244, 241, 234)')
check('--background wins over the chart\'s own', run.returncode == 0 and b'#f4f1ea' in folder.read('b.svg') and b'#ff0000' not in folder.read('b.svg'), run)
check('--background none is transparent', render('--background', 'none')[25] in (3, 4, 6) and
  folder.run('render', 'c.vl.json', '-o', 'n1.svg', '--background', 'none').returncode == 0 and b'100%' not in folder.read('n1.svg'))
check_refused('a background that is no colour', folder, ('render', 'c.vl.json', '-o', 'x.png', '--background', 'nix'), ['“nix” is not a colour', 'hint: a CSS colour'])

# --- trimming ---
DOT = {'data': {'values': [{}]}, 'mark': {'type': 'rect', 'x': 50, 'x2': 90, 'y': 20, 'y2': 40, 'color': 'red'}, 'width': 200, 'height': 100,
  'config': {'view': {'stroke': None}}, 'padding': 30}
folder.write('dot.vl.json', DOT)
check('--trim cuts to what is drawn', png_size(render('--trim', spec='dot.vl.json')) == (40, 20))
check('--trim and --scale', png_size(render('--trim', '--scale', '2', spec='dot.vl.json')) == (80, 40))
check('--trim and --size fill it', png_size(render('--trim', '--size', '400x400', spec='dot.vl.json')) == (400, 400))
run = folder.run('render', 'dot.vl.json', '--trim', '-o', 'dot.svg', '-o', 'dot.pdf')
check('--trim of an SVG', run.returncode == 0 and b'width="40"' in folder.read('dot.svg') and b'height="20"' in folder.read('dot.svg'), folder.read('dot.svg')[:300])
check('--trim of a PDF', b'/MediaBox[0 0 30 15]' in pdf_objects(folder.read('dot.pdf')))
folder.write('nothing.vl.json', {**DOT, 'data': {'values': []}})
check('--trim of nothing keeps all', png_size(render('--trim', spec='nothing.vl.json')) == png_size(render(spec='nothing.vl.json')))
folder.write('wide.vl.json', {'hconcat': [bars(), bars(title='A title that is longer than the plot is wide')]})
check('--size of views side by side', png_size(render('--size', '640x360', spec='wide.vl.json')) == (640, 360))

# --- themes and languages ---
folder.write('house.json', {'config': {'background': '#123456'}})
run = folder.run('render', 'c.vl.json', '-o', 'h.svg', '--theme', 'house.json')
check('a theme of one\'s own', run.returncode == 0 and b'#123456' in folder.read('h.svg'), run)
folder.write('n.vl.json', bars(data={'values': [{'a': 'x', 'b': 1234.5}]}, mark='text', encoding={'text': {'field': 'b', 'format': ',.1f'}}))
for lang, shown in (('en', '1,234.5'), ('ru', '1234,5')):
  run = folder.run('render', 'n.vl.json', '-o', 'n.scene.json', '--lang', lang)
  scene = json.dumps(json.loads(folder.read('n.scene.json')), ensure_ascii=False)
  check(f'numbers in {lang}', run.returncode == 0 and shown in scene.replace('\u00a0', '').replace('\u202f', ''), run)
folder.write('ru.po', 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "A title"\nmsgstr "Заголовок"\n')
run = folder.run('render', 'c.vl.json', '-o', 't.scene.json', '--lang', 'ru', '--locale', 'ru.po')
check('--locale translates', run.returncode == 0 and 'Заголовок' in json.dumps(json.loads(folder.read('t.scene.json')), ensure_ascii=False), run)

# --- data ---
folder.write('plain.vl.json', bars())
plain = png_size(render(spec='plain.vl.json'))
folder.write('named.vl.json', bars(data={'name': 'rain'}))
folder.write('in/rain.csv', 'a,b\nx,1\ny,2\n')
check('--data gives what a name stands for', png_size(render('--data', 'rain=in/rain.csv', spec='named.vl.json')) == plain)
run = folder.run('render', 'named.vl.json', '-o', 'x.png', '--data', 'snow=in/rain.csv')
check('--data with another name', run.returncode == 1 and 'rain' in told(run) and not folder.has('x.png'), run)
run = folder.run('render', 'named.vl.json', '-o', 'x.png', '--data', 'rain=none.csv')
check('--data with a missing file', run.returncode == 1 and 'none.csv' in told(run), run)
folder.write('url.vl.json', bars(data={'url': 'rain.csv'}))
check('--base is where data are', png_size(render('--base', 'in', spec='url.vl.json')) == plain)

check('--version', folder.run('--version').stdout.startswith(b'zhinu 0.'))
for command in ('render', 'report', 'build', 'check', 'verify', 'fonts', 'breaks'):
  run, other = folder.run('help', command), folder.run(command, '--help')
  check(f'help {command}', run.returncode == 0 and f'usage: zhinu {command}'.encode() in run.stdout and other.stdout == run.stdout, run)
done()
