"""Runs the program in a fresh folder and prints what held as TAP."""
import json, os, subprocess, sys, tempfile

PROGRAM = os.path.abspath(sys.argv[1])
results = []


class Folder:
	def __init__(self, files=None):
		self.kept = tempfile.TemporaryDirectory(prefix='zhinu-cli-')
		self.path = self.kept.name
		for name, content in (files or {}).items():
			self.write(name, content)

	def at(self, name):
		return os.path.join(self.path, name)

	def write(self, name, content):
		if isinstance(content, (dict, list)):
			content = json.dumps(content)
		os.makedirs(os.path.dirname(self.at(name)), exist_ok=True)
		with open(self.at(name), 'wb') as file:
			file.write(content if isinstance(content, bytes) else content.encode())

	def run(self, *words, **more):
		return subprocess.run([PROGRAM, *words], cwd=self.path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, **more)


def check(name, held, run=None):
	results.append(bool(held))
	print(f"{'ok' if held else 'not ok'} {len(results)} - {name}")
	if not held and run:
		print('# exit', run.returncode, run.stderr.decode(errors='replace').replace('\n', '\n# '))


def done():
	print(f'1..{len(results)}')
	sys.exit(not all(results))


def bars(**more):
	return {'data': {'values': [{'a': 'x', 'b': 1}, {'a': 'y', 'b': 2}]}, 'mark': 'bar',
		'encoding': {'x': {'field': 'a', 'type': 'nominal'}, 'y': {'field': 'b', 'type': 'quantitative'}}, **more}
