#!/usr/bin/env python3
"""What matters of PDF/UA-1 and PDF/A-2a, as far as it can be judged without veraPDF: check.py FILE.pdf ... prints problems and fails, or
check.py --text FILE.pdf prints what a screen reader reads, in its order."""
import re
import sys
import xml.etree.ElementTree as ElementTree

from pdffile import File, Name, Operator, Reader, Ref, Stream, text

PAINTING = set('f F f* B B* b b* S s sh Do Tj TJ \' " EI'.split())
CONTAINERS = {'Document', 'Table', 'THead', 'TBody', 'TR', 'L', 'LI', 'TOC', 'TOCI'}  # hold elements, not content
KEPT_EMPTY = {'TD', 'TH'}
FORBIDDEN = [(0x2f00, 0x2fdf, 'a Kangxi radical'), (0x2e80, 0x2eff, 'a CJK radical'), (0xe000, 0xf8ff, 'a private code point'),
             (0xf0000, 0x10ffff, 'a private code point'), (0, 0, 'NUL'), (0xfeff, 0xfeff, 'U+FEFF'), (0xfffd, 0xffff, 'no character')]


class Checker:
  def __init__(self, data):
    self.file, self.problems = File(data), []
    self.catalog = self.file.get(self.file.trailer['Root'])
    self.marks = {}   # (page number, MCID) -> text of the content
    self.fonts = {}

  def expect(self, holds, problem):
    if not holds and problem not in self.problems:
      self.problems.append(problem)
    return bool(holds)

  # --- text ---

  def check_text(self, what, where):
    for c in what:
      for first, last, name in FORBIDDEN:
        self.expect(not first <= ord(c) <= last, f'{where} has {name}, U+{ord(c):04X}')

  def unicode_map(self, stream):
    out = {}
    for section in re.findall(rb'beginbfchar(.*?)endbfchar', stream.data(), re.S):
      for code, value in re.findall(rb'<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>', section):
        out[int(code, 16)] = bytes.fromhex(value.decode()).decode('utf-16-be')
    for section in re.findall(rb'beginbfrange(.*?)endbfrange', stream.data(), re.S):
      for first, last, value, values in re.findall(rb'<([0-9A-F]+)><([0-9A-F]+)>(?:<([0-9A-F]+)>|\[([^]]*)\])', section):
        codes = range(int(first, 16), int(last, 16) + 1)
        self.expect(codes[0] >> 8 == codes[-1] >> 8, 'a range of codes that differ in their first byte')
        texts = [int(value, 16) + i for i in range(len(codes))] if value else re.findall(rb'<([0-9A-F]+)>', values)
        self.expect(len(texts) == len(codes), 'a range whose codes and texts differ in number')
        out.update(zip(codes, map(chr, texts) if value else (bytes.fromhex(text.decode()).decode('utf-16-be') for text in texts)))
    return out

  def font(self, reference):
    if reference.number in self.fonts:
      return self.fonts[reference.number]
    get = self.file.get
    font = get(reference)
    name = font.get('BaseFont')
    self.fonts[reference.number] = mapping = self.unicode_map(get(font['ToUnicode'])) if 'ToUnicode' in font else {}
    self.expect(mapping, f'font {name} has no ToUnicode')
    for value in mapping.values():
      self.check_text(value, f'ToUnicode of {name}')
    self.expect(font.get('Encoding') == 'Identity-H', f'font {name} is not encoded by Identity-H')
    descendant = get(get(font['DescendantFonts'])[0])
    descriptor = get(descendant['FontDescriptor'])
    self.expect(re.match(r'[A-Z]{6}\+', descriptor['FontName']), f'font {name} has no subset tag')
    self.expect('FontFile2' in descriptor or 'FontFile3' in descriptor, f'font {name} is not embedded')
    self.expect('FontFile3' in descriptor or 'CIDToGIDMap' in descendant, f'font {name} has no CIDToGIDMap')
    self.expect(any(descriptor['FontBBox']), f'font {name} has an empty FontBBox')
    self.expect(20 <= descriptor['StemV'] <= 400, f'font {name} has StemV {descriptor["StemV"]}')
    self.expect(descriptor['Ascent'] > 0 > descriptor['Descent'], f'font {name} has no ascent or descent')
    return mapping

  # --- pages ---

  def content(self, number, page):
    """Everything painted is marked; marks, text objects and states are balanced. Gathers the text of marks."""
    get, where = self.file.get, f'page {number + 1}'
    resources = get(page['Resources'])
    reader, operands, open_marks, depth, in_text, font, fonts = Reader(get(page['Contents']).data(), 0, False), [], [], 0, False, {}, []
    while True:
      token = reader.read()
      if token is None:
        break
      if not isinstance(token, Operator):
        operands.append(token)
        continue
      if token in ('BDC', 'BMC'):
        properties = operands[-1] if token == 'BDC' else {}
        open_marks.append((operands[0], properties.get('MCID'), in_text))
        if 'MCID' in properties:
          key = (number, properties['MCID'])
          self.expect(key not in self.marks, f'{where}: MCID {properties["MCID"]} twice')
          self.expect(len(open_marks) == 1, f'{where}: a mark within a mark')
          self.marks[key] = text(properties['ActualText']) if 'ActualText' in properties else ''
          self.replaced = 'ActualText' in properties
      elif token == 'EMC':
        if self.expect(open_marks, f'{where}: EMC without a mark'):
          self.expect(open_marks.pop()[2] == in_text, f'{where}: a mark that crosses a text object')
      elif token in ('q', 'Q'):
        depth += 1 if token == 'q' else -1
        if token == 'q':
          fonts.append(font)
        elif fonts:
          font = fonts.pop()
        self.expect(depth >= 0 and not in_text, f'{where}: {token} out of place')
      elif token in ('BT', 'ET'):
        self.expect(in_text == (token == 'ET'), f'{where}: {token} out of place')
        in_text = token == 'BT'
      elif token == 'Tf':
        font = self.font(get(resources['Font'])[operands[0]])
      elif token in PAINTING:
        self.expect(open_marks, f'{where}: {token} outside of any mark')
        if token in ('Tj', 'TJ'):
          self.expect(in_text, f'{where}: text outside of a text object')
          self.show(number, open_marks, operands[0] if token == 'TJ' else operands, font, where)
      operands = []
    self.expect(not open_marks and not depth and not in_text, f'{where}: something is left open')

  def show(self, number, open_marks, array, font, where):
    shown = ''
    for piece in array:
      if isinstance(piece, bytes):
        for i in range(0, len(piece), 2):
          code = int.from_bytes(piece[i:i + 2], 'big')
          self.expect(code in font, f'{where}: code {code} has no text')
          shown += font.get(code, '')
    mark = open_marks[-1][1] if open_marks else None
    if mark is not None and not self.replaced:
      self.marks[number, mark] += shown

  def page(self, number, page):
    get, where = self.file.get, f'page {number + 1}'
    self.expect(page.get('Tabs') == 'S', f'{where}: no Tabs S')
    self.content(number, page)
    parents = self.parents.get(page.get('StructParents'))
    marks = [mark for at, mark in self.marks if at == number]
    self.expect(isinstance(parents, list) and sorted(marks) == list(range(len(parents))), f'{where}: marks and parent tree differ')
    for annotation in map(get, get(page.get('Annots', []))):
      self.expect(text(annotation.get('Contents', b'')).strip(), f'{where}: a link without Contents')
      self.expect(annotation.get('F', 0) & 4, f'{where}: an annotation that is not printed')
      owner = self.parents.get(annotation.get('StructParent'))
      self.expect(owner and get(owner)['S'] == 'Link', f'{where}: an annotation outside of a Link')

  # --- structure ---

  def role(self, element):
    return self.roles.get(element['S'], element['S'])

  def kids(self, element):
    kids = self.file.get(element.get('K', []))
    return kids if isinstance(kids, list) else [kids]

  def elements(self, element):
    return [self.file.get(kid) for kid in self.kids(element) if isinstance(kid, Ref)]

  def marks_of(self, element):
    """(page, MCID) of the element's own content."""
    for kid in self.kids(element):
      if isinstance(kid, int):
        yield self.numbers[element['Pg'].number], kid
      elif isinstance(kid, dict) and kid.get('Type') == 'MCR':
        yield self.numbers[kid['Pg'].number], kid['MCID']

  def read(self, element):
    """The element's text in reading order."""
    out = ''
    for kid in self.kids(element):
      if isinstance(kid, int):
        out += self.marks.get((self.numbers[element['Pg'].number], kid), '')
      elif isinstance(kid, dict) and kid.get('Type') == 'MCR':
        out += self.marks.get((self.numbers[kid['Pg'].number], kid['MCID']), '')
      elif isinstance(kid, Ref):
        out += self.read(self.file.get(kid))
    return out

  def rows(self, table):
    return [row for part in self.elements(table) for row in ([part] if part['S'] == 'TR' else self.elements(part) if part['S'] != 'Caption' else [])]

  def columns(self, row):
    return sum(self.attribute(cell, 'ColSpan') or 1 for cell in self.elements(row))

  def attribute(self, element, key):
    attributes = self.file.get(element.get('A', []))
    for entry in attributes if isinstance(attributes, list) else [attributes]:
      if key in self.file.get(entry):
        return self.file.get(entry)[key]
    return None

  def element(self, element, parent):
    role = self.role(element)
    own = list(self.marks_of(element))
    self.seen.update(own)
    for page, mark in own:
      number = self.file.pages()[page][1]['StructParents']
      self.expect(self.file.get(self.parents[number][mark]) is element, f'the parent tree leads from MCID {mark} elsewhere')
    self.expect(self.file.get(element['P']) is parent, f'{role}: P is not its parent')
    self.expect(self.kids(element) or role in KEPT_EMPTY, f'an empty {role}')
    self.expect(role not in CONTAINERS or not own, f'{role} holds content itself')
    names = [self.role(kid) for kid in self.elements(element)]
    allowed = {'Table': {'Caption', 'THead', 'TBody', 'TFoot', 'TR'}, 'THead': {'TR'}, 'TBody': {'TR'}, 'TR': {'TH', 'TD'}, 'L': {'Caption', 'L', 'LI'},
               'LI': {'Lbl', 'LBody'}, 'TOC': {'Caption', 'TOC', 'TOCI'}}
    if role in allowed:
      self.expect(set(names) <= allowed[role], f'{role} holds {sorted(set(names) - allowed[role])}')
    if role == 'Figure':
      self.expect(text(element.get('Alt', b'')).strip(), 'a Figure without Alt')
      self.expect(self.attribute(element, 'BBox'), 'a Figure without BBox')
    elif re.fullmatch('H[1-6]', role):
      self.expect(int(role[1]) <= self.level + 1, f'{role} behind H{self.level}')
      self.level = int(role[1])
      self.expect(self.read(element).strip(), f'an empty {role}')
    elif role == 'TH':
      self.expect(self.attribute(element, 'Scope') in ('Row', 'Column', 'Both'), 'TH without Scope')
    elif role == 'Table':
      self.expect(len({self.columns(row) for row in self.rows(element)}) == 1, 'a Table with rows of different length')
    elif role == 'Note':
      self.expect(element.get('ID') and element['ID'] not in self.notes, 'a Note without an ID of its own')
      self.notes.add(element.get('ID'))
    elif role == 'Link':
      self.expect(any(isinstance(kid, dict) and kid.get('Type') == 'OBJR' for kid in self.kids(element)), 'a Link without its annotation')
    elif role == 'L' and any(self.role(kid) == 'Lbl' for item in self.elements(element) for kid in self.elements(item)):
      self.expect(self.attribute(element, 'ListNumbering'), 'a list with labels and no ListNumbering')
    for kid in self.elements(element):
      self.element(kid, element)

  def structure(self):
    get, root = self.file.get, self.file.get(self.catalog['StructTreeRoot'])
    self.roles = {key: str(value) for key, value in get(root.get('RoleMap', {})).items()}
    self.level, self.notes, self.seen = 0, set(), set()
    top = get(root['K'])
    top = top if isinstance(top, dict) else get(top[0])
    self.document = top
    self.expect(top['S'] == 'Document', 'the structure does not begin with Document')
    self.element(top, root)
    self.expect(self.seen == set(self.marks), 'content that the structure does not reach, or structure without content')

  # --- the document ---

  def metadata(self):
    get = self.file.get
    packet = get(self.catalog['Metadata'])
    self.expect('Filter' not in packet.dictionary, 'XMP is packed')
    tree = ElementTree.fromstring(packet.data())
    found = {element.tag: element for element in tree.iter()}
    title = found.get('{http://purl.org/dc/elements/1.1/}title')
    self.expect(title is not None and ''.join(title.itertext()).strip(), 'no title in XMP')
    self.expect('{http://www.aiim.org/pdfua/ns/id/}part' in found, 'XMP does not say PDF/UA')
    part = found.get('{http://www.aiim.org/pdfa/ns/id/}part')
    conformance = found.get('{http://www.aiim.org/pdfa/ns/id/}conformance')
    self.expect(part is not None and part.text in '23' and conformance.text == 'A', 'XMP does not say PDF/A-2a or 3a')
    self.expect('{http://www.aiim.org/pdfa/ns/extension/}schemas' in found, 'no extension schema for pdfuaid')
    if 'AF' in self.catalog:
      self.expect(part is not None and part.text == '3', 'files are attached to PDF/A-2')

  def intent(self):
    get = self.file.get
    intents = get(self.catalog.get('OutputIntents', []))
    if not self.expect(intents, 'no OutputIntent'):
      return
    profile = get(get(intents[0])['DestOutputProfile'])
    data = profile.data()
    self.expect(profile.dictionary.get('N') == 3 and data[36:40] == b'acsp' and data[12:20] == b'mntrRGB ' and
                int.from_bytes(data[:4], 'big') == len(data), 'the profile is none of an RGB display')

  def run(self):
    get, catalog = self.file.get, self.catalog
    self.expect(re.match(rb'%PDF-1\.7\n%[\x80-\xff]{4}', self.file.data), 'no header of a binary PDF 1.7')
    self.expect(len(self.file.trailer.get('ID', [])) == 2, 'no ID')
    self.expect(re.match(r'[a-z]{2,3}(-|$)', text(catalog.get('Lang', b''))), 'no Lang')
    self.expect(get(catalog.get('MarkInfo', {})).get('Marked') is True, 'not marked as tagged')
    self.expect(get(catalog.get('ViewerPreferences', {})).get('DisplayDocTitle') is True, 'no DisplayDocTitle')
    for number in range(1, len(self.file.entries)):
      value = self.file.object(number)
      dictionary = value.dictionary if isinstance(value, Stream) else value
      self.expect(not isinstance(dictionary, dict) or not dictionary.get('Interpolate'), f'object {number} is smoothed by Interpolate')
    self.metadata()
    self.intent()
    self.parents = self.file.number_tree(get(catalog['StructTreeRoot'])['ParentTree'])
    self.numbers = {}
    for i, (number, page) in enumerate(self.file.pages()):
      self.numbers[number] = i
      self.page(i, page)
    self.structure()
    return self.problems

  def spoken(self):
    """Lines as a screen reader has them."""
    out = []

    def walk(element, depth):
      role = self.role(element)
      if role == 'Figure':
        out.append(f'{"  " * depth}[{role}] {text(element["Alt"])}')
        return
      inline = any(True for _ in self.marks_of(element))
      if inline or not self.elements(element):
        out.append(f'{"  " * depth}[{role}] {self.read(element)}')
        return
      out.append(f'{"  " * depth}[{role}]')
      for kid in self.elements(element):
        walk(kid, depth + 1)
    walk(self.document, 0)
    return out


def check(data):
  """Problems as sentences."""
  try:
    return Checker(data).run()
  except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
    return [f'cannot be read: {error!r}']


def main(words):
  failed = False
  for name in [word for word in words if not word.startswith('--')]:
    with open(name, 'rb') as file:
      data = file.read()
    if '--text' in words:
      checker = Checker(data)
      checker.run()
      print('\n'.join(checker.spoken()))
      continue
    problems = check(data)
    failed = failed or problems
    print(f'{name}: {"; ".join(problems) if problems else "fine"}')
  return 1 if failed else 0


if __name__ == '__main__':
  sys.exit(main(sys.argv[1:]))
