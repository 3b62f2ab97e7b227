"""PDF files as Python values: enough of ISO 32000-1 to read what zhinu writes, object streams and table included.

Names are Name, strings bytes, references Ref, dictionaries and arrays dict and list, streams Stream."""
import re
import zlib

WHITE = b'\x00\t\n\x0c\r '
DELIMITERS = b'()<>[]{}/%'
REGULAR = re.compile(rb'[^\x00\t\n\x0c\r ()<>\[\]{}/%]+')
SPACE = re.compile(rb'(?:[\x00\t\n\x0c\r ]|%[^\r\n]*)*')


class Name(str):
  pass


class Ref:
  def __init__(self, number):
    self.number = number


class Operator(str):
  pass


class Stream:
  def __init__(self, dictionary, raw):
    self.dictionary, self.raw = dictionary, raw

  def data(self):
    data = self.raw
    if self.dictionary.get('Filter') == 'FlateDecode':
      data = zlib.decompress(data)
    parameters = self.dictionary.get('DecodeParms', {})
    if parameters.get('Predictor', 1) >= 10:
      width = parameters.get('Columns', 1) * parameters.get('Colors', 1)
      rows, above = [], bytes(width)
      for at in range(0, len(data), width + 1):
        if data[at] not in (0, 2):
          raise ValueError(f'row filter {data[at]}')
        row = bytes((b + a) & 255 for b, a in zip(data[at + 1:at + 1 + width], above)) if data[at] else data[at + 1:at + 1 + width]
        rows.append(row)
        above = row
      data = b''.join(rows)
    return data


class Reader:
  """Tokens and objects from bytes. `references`: whether "1 0 R" is one."""

  def __init__(self, data, at=0, references=True):
    self.data, self.at, self.references = data, at, references

  def space(self):
    self.at = SPACE.match(self.data, self.at).end()

  def literal(self):
    depth, out = 1, bytearray()
    self.at += 1
    escapes = {ord('n'): 10, ord('r'): 13, ord('t'): 9, ord('b'): 8, ord('f'): 12}
    while True:
      c = self.data[self.at]
      self.at += 1
      if c == 0x5c:
        c = self.data[self.at]
        self.at += 1
        octal = re.compile(rb'[0-7]{1,3}').match(self.data, self.at - 1)
        if octal:
          out.append(int(octal[0], 8) & 255)
          self.at = octal.end()
        elif c not in b'\r\n':
          out.append(escapes.get(c, c))
        continue
      depth += (c == 0x28) - (c == 0x29)
      if not depth:
        return bytes(out)
      out.append(c)

  def read(self):
    """The next object or operator; None at the end."""
    self.space()
    data, at = self.data, self.at
    if at >= len(data):
      return None
    if data[at:at + 2] == b'<<':
      self.at += 2
      out = {}
      while True:
        key = self.read()
        if key == '>>':
          return out
        out[str(key)] = self.read()
    if data[at:at + 2] == b'>>':
      self.at += 2
      return Operator('>>')
    c = data[at:at + 1]
    if c == b'<':
      end = data.index(b'>', at)
      self.at = end + 1
      digits = re.sub(rb'\s', b'', data[at + 1:end]).decode()
      return bytes.fromhex(digits + '0' * (len(digits) % 2))
    if c == b'(':
      return self.literal()
    if c == b'[':
      self.at += 1
      out = []
      while True:
        value = self.read()
        if isinstance(value, Operator) and value == ']':
          return out
        out.append(value)
    if c in b']{}':
      self.at += 1
      return Operator(c.decode())
    if c == b'/':
      match = REGULAR.match(data, at + 1)
      self.at = match.end() if match else at + 1
      text = match[0] if match else b''
      return Name(re.sub(rb'#([0-9A-Fa-f]{2})', lambda m: bytes([int(m[1], 16)]), text).decode('latin1'))
    match = REGULAR.match(data, at)
    self.at = match.end()
    word = match[0]
    if self.references and word.isdigit():
      reference = re.compile(rb' 0 R(?![^\x00\t\n\x0c\r ()<>\[\]{}/%])').match(data, self.at)
      if reference:
        self.at = reference.end()
        return Ref(int(word))
    if re.fullmatch(rb'[+-]?\d+', word):
      return int(word)
    if re.fullmatch(rb'[+-]?\d*\.\d*', word):
      return float(word)
    return {b'true': True, b'false': False, b'null': None}.get(word, Operator(word.decode('latin1')))


class File:
  def __init__(self, data):
    self.data, self.cache, self.unpacked = data, {}, {}
    start = re.compile(rb'startxref\s+(\d+)\s+%%EOF\s*$').search(data)
    if not start:
      raise ValueError('no startxref at the end')
    table = self.indirect(int(start[1]), None)
    self.trailer = table.dictionary
    widths, rows = self.trailer['W'], table.data()
    self.entries, at = [], 0
    while at < len(rows):
      fields = []
      for width in widths:
        fields.append(int.from_bytes(rows[at:at + width], 'big'))
        at += width
      self.entries.append(fields)
    if len(self.entries) != self.trailer['Size']:
      raise ValueError(f'Size is {self.trailer["Size"]}, the table has {len(self.entries)} rows')

  def indirect(self, at, number):
    head = re.compile(rb'(\d+) 0 obj\s').match(self.data, at)
    if not head or (number is not None and int(head[1]) != number):
      raise ValueError(f'object {number} is not at byte {at}')
    reader = Reader(self.data, head.end())
    value = reader.read()
    stream = re.compile(rb'\s*stream\r?\n').match(self.data, reader.at)
    if not stream:
      return value
    length = value['Length']
    raw = self.data[stream.end():stream.end() + length]
    if not re.compile(rb'\r?\nendstream\s+endobj\s').match(self.data, stream.end() + length):
      raise ValueError(f'the stream of object {int(head[1])} does not end where its Length says, on a line of its own')
    return Stream(value, raw)

  def object(self, number):
    if number not in self.cache:
      kind, place, index = self.entries[number]
      if kind == 1:
        self.cache[number] = self.indirect(place, number)
      elif kind == 2:
        self.cache[number] = self.members(place)[index]
      else:
        raise ValueError(f'object {number} is free')
    return self.cache[number]

  def members(self, number):
    if number not in self.unpacked:
      stream = self.object(number)
      data, head = stream.data(), Reader(stream.data())
      pairs = [(head.read(), head.read()) for _ in range(stream.dictionary['N'])]
      self.unpacked[number] = [Reader(data, stream.dictionary['First'] + at).read() for _, at in pairs]
    return self.unpacked[number]

  def get(self, value):
    """What a reference leads to; other values as they are."""
    return self.object(value.number) if isinstance(value, Ref) else value

  def pages(self):
    """(number, dictionary) of each page."""
    out = []

    def walk(reference):
      node = self.get(reference)
      if node.get('Type') == 'Page':
        out.append((reference.number, node))
      else:
        for kid in self.get(node['Kids']):
          walk(kid)
    walk(self.get(self.trailer['Root'])['Pages'])
    return out

  def number_tree(self, node):
    numbers = self.get(self.get(node)['Nums'])
    return {numbers[i]: self.get(numbers[i + 1]) if isinstance(self.get(numbers[i + 1]), list) else numbers[i + 1] for i in range(0, len(numbers), 2)}


def text(value):
  """A text string."""
  return value[2:].decode('utf-16-be') if value[:2] == b'\xfe\xff' else value.decode('latin1')
