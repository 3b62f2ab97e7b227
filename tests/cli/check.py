"""zhinu check: data against the schema, specifications, catalogues, references; nothing is written."""
from cli import Folder, bars, check, check_refused, done, need_fonts, study, told

need_fonts()
PACKAGE = {'name': 'rain', 'resources': [{'name': 'rain', 'path': 'rain.csv', 'schema': {'primaryKey': 'month',
  'fields': [{'name': 'month', 'type': 'string'}, {'name': 'mm', 'type': 'number', 'constraints': {'minimum': 0}}]}}]}
CHART = {'title': 'Rain in spring', 'data': {'url': 'rain.csv'}, 'mark': 'bar',
  'encoding': {'x': {'field': 'month', 'type': 'nominal', 'title': 'Month'}, 'y': {'field': 'mm', 'type': 'quantitative', 'title': 'mm'}}}
PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def entry(word, translation, mark=''):
  return f'{mark}msgid "{word}"\nmsgstr "{translation}"\n\n'


WORDS = entry('Rain in spring', 'Весенний дождь') + entry('Month', 'Месяц') + entry('May', 'Май')


def project(**changed):
  files = {'zhinu.json': {'languages': ['ru', 'en'], 'locale': '{lang}.po', 'datapackage': 'datapackage.json', 'charts': [{'spec': 'charts/*.vl.json'}],
      'reports': [{'source': 'r.md'}]},
    'datapackage.json': PACKAGE, 'rain.csv': 'month,mm\nMay,3\n', 'charts/a.vl.json': CHART, 'ru.po': PO + WORDS + entry('mm', 'мм'),
    'r.md': '---\nlang: en\ntitle: R\n---\n\nIn May {{ rain["May"].mm }} mm (@fig-a).\n\n![Rain](charts/a.vl.json){#fig-a}\n'}
  return Folder({**files, **{name.replace('__', '/').replace('_', '.'): content for name, content in changed.items()}})


folder = project()
before = folder.names()
run = folder.run('check', '--strict')
check('a good project', run.returncode == 0 and run.stdout == b'2 charts, 1 reports, 1 tables checked: 0 errors, 0 warnings\n' and not run.stderr, run)
check('nothing is written', folder.names() == before)
run = folder.run('check', folder.path, cwd='/')
check('from another folder', run.returncode == 0 and not run.stderr, run)

# name, files that are otherwise, what is said, status
for name, changed, wanted, status in (
    ('a cell of the wrong type', {'rain_csv': 'month,mm\nMay,many\n'}, ['rain.csv:2: error: field “mm”: “many” is not a number'], 1),
    ('a constraint', {'rain_csv': 'month,mm\nMay,-4\n'}, ['rain.csv:2: error: field “mm”: -4 is below the minimum 0'], 1),
    ('a primary key twice', {'rain_csv': 'month,mm\nMay,1\nMay,2\n'}, ['rain.csv:3: error: the primary key May is there twice', 'hint: the first one is in line 2'], 1),
    ('a column that the schema lacks', {'rain_csv': 'month,mm,snow\nMay,1,2\n'}, ['rain.csv', 'snow'], 1),
    ('a column that the data lack', {'rain_csv': 'month\nMay\n'}, ['rain.csv', 'mm'], 1),
    ('a table that is not there', {'datapackage_json': {**PACKAGE, 'resources': [{**PACKAGE['resources'][0], 'path': 'none.csv'}]}}, ['none.csv'], 1),
    ('a package that is not JSON', {'datapackage_json': '{'}, ['datapackage.json:1:'], 1),
    ('a specification', {'charts__a_vl_json': bars(mark='barr')}, ['charts/a.vl.json#/mark: error:'], 1),
    ('a missing translation', {'ru_po': PO + WORDS}, ['ru.po: warning: no translation into “ru” of “mm” (charts/a.vl.json)', 'hint: add it'], 0),
    ('a fuzzy translation', {'ru_po': PO + WORDS + entry('mm', 'мм', '#, fuzzy\n')}, ['ru.po:14: warning: the translation of “mm” is marked fuzzy'], 0),
    ('a catalogue with an error', {'ru_po': PO + 'msgid "a\n'}, ['ru.po:4'], 1),
    ('a reference to nothing', {'r_md': '---\nlang: en\n---\n\nSee @fig-x.\n'}, ['r.md:5: error: nothing in the report has the id “fig-x”'], 1),
    ('an expression that fails', {'r_md': '---\nlang: en\n---\n\nA {{ rain["May"].mmm }}.\n'}, ['r.md:5:', 'mmm'], 1),
    ('a figure that is not there', {'r_md': '---\nlang: en\n---\n\n![a](b.vl.json){#fig-b}\n'}, ['r.md:5', 'b.vl.json'], 1),
    ('a project member', {'zhinu_json': {'chart': []}}, ['zhinu.json#/chart: warning: unknown member “chart”', 'did you mean “charts”'], 0)):
  run = project(**changed).run('check')
  check(name, run.returncode == status and all(part in told(run) for part in wanted), run)
run = project(ru_po=PO + WORDS).run('check', '--strict')
check('--strict: warnings are errors', run.returncode == 1, run)
run = project(rain_csv='month,mm\nMay,many\nJune,-1\n', charts__a_vl_json=bars(mark='barr'), r_md='See @fig-x.\n').run('check')
check('all problems at once', all(part in told(run) for part in ('rain.csv:2', 'rain.csv:3', '#/mark', 'fig-x')), run)

# --- single files ---
folder = project(ru_po=PO + WORDS)
run = folder.run('check', 'charts/a.vl.json', '--lang', 'ru')
check('one specification, with the project\'s catalogue', run.returncode == 0 and 'ru.po: warning: no translation into “ru” of “mm”' in told(run), run)
run = folder.run('check', 'charts/a.vl.json', 'r.md')
check('several files', run.returncode == 0 and run.stdout.startswith(b'1 charts, 1 reports'), run)
check_refused('a file that is not there', folder, ('check', 'none.json'), ['none.json: error: cannot read'])
check_refused('an unknown language', folder, ('check', 'charts/a.vl.json', '--lang', 'xx'), ['the language “xx” is not known'])
check_refused('no project', Folder({'a': ''}), ('check',), ['zhinu.json: error: cannot read'])

run = study().run('check', '--strict')
check('the study', run.returncode == 0 and not run.stderr, run)
done()
