"""Makes the fonts of the tests, of a few plain glyphs each: `python3 make.py` beside them, with fontTools 4. The fonts are kept, so that tests do not need it.

variable.ttf    a variable TrueType font, from Light to Black
variable.otf    a variable font with CFF2 outlines
emoji.ttf       a font of pictures (CBDT), without outlines
"""
import os
import struct
import zlib

from fontTools.designspaceLib import AxisDescriptor, DesignSpaceDocument, InstanceDescriptor, SourceDescriptor
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables import BitmapGlyphMetrics, C_B_D_T_, E_B_L_C_
from fontTools.varLib import build

FOLDER = os.path.dirname(os.path.abspath(__file__))
LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:-'
NAMES = {c: f'uni{ord(c):04X}' for c in LETTERS}


def draw(pen, number, stem, curved):
  """A box of `stem` thickness with a bump that tells letters apart."""
  height = 300 + 12 * (number % 31)
  pen.moveTo((50, 0))
  pen.lineTo((50 + stem, 0))
  if curved:
    pen.curveTo((90 + stem, height // 3), (90 + stem, 2 * height // 3), (50 + stem, height))
  else:
    pen.qCurveTo((120 + stem, height // 2), (50 + stem, height))
  pen.lineTo((50, height))
  pen.closePath()
  pen.moveTo((60, height + 40))
  pen.lineTo((60 + stem, height + 40))
  pen.lineTo((60 + stem // 2, height + 120))
  pen.closePath()


def master(stem, cff, family):
  order = ['.notdef', 'space', *NAMES.values()]
  builder = FontBuilder(1000, isTTF=not cff)
  builder.setupGlyphOrder(order)
  builder.setupCharacterMap({32: 'space', 0xa0: 'space', **{ord(c): name for c, name in NAMES.items()}})
  widths = {name: 200 + stem + 3 * (i % 17) for i, name in enumerate(order)}
  glyphs = {}
  for i, name in enumerate(order):
    pen = T2CharStringPen(widths[name], None) if cff else TTGlyphPen(None)
    if name != 'space':
      draw(pen, i, stem, cff)
    glyphs[name] = pen.getCharString() if cff else pen.glyph()
  if cff:
    builder.setupCFF(family.replace(' ', ''), {}, glyphs, {})
  else:
    builder.setupGlyf(glyphs)
  builder.setupHorizontalMetrics({name: (widths[name], 50 if name != 'space' else 0) for name in order})
  builder.setupHorizontalHeader(ascent=900, descent=-200)
  builder.setupNameTable({'familyName': family, 'styleName': 'Regular', 'psName': family.replace(' ', '') + '-Regular'})
  builder.setupOS2(sTypoAscender=900, sTypoDescender=-200, usWinAscent=900, usWinDescent=200, sxHeight=450, sCapHeight=650)
  builder.setupPost()
  return builder.font


def variable(name, cff, family):
  space = DesignSpaceDocument()
  axis = AxisDescriptor()
  axis.name, axis.tag, axis.minimum, axis.default, axis.maximum = 'Weight', 'wght', 300, 400, 900
  space.addAxis(axis)
  for weight, stem in ((300, 60), (400, 90), (900, 240)):
    source = SourceDescriptor()
    source.font, source.location, source.name = master(stem, cff, family), {'Weight': weight}, f'm{weight}'
    space.addSource(source)
  for weight, style in ((300, 'Light'), (400, 'Regular'), (900, 'Black')):
    instance = InstanceDescriptor()
    instance.familyName, instance.styleName, instance.location = family, style, {'Weight': weight}
    space.addInstance(instance)
  font = build(space)[0]
  font['head'].created = font['head'].modified = 0
  font.save(os.path.join(FOLDER, name))


def png(size, color):
  rows = b''.join(b'\0' + b''.join(bytes(color) + (b'\xff' if (x - size / 2) ** 2 + (y - size / 2) ** 2 < size * size / 4 else b'\0') for x in range(size))
                  for y in range(size))
  chunks = ((b'IHDR', struct.pack('>IIBBBBB', size, size, 8, 6, 0, 0, 0)), (b'IDAT', zlib.compress(rows, 9)), (b'IEND', b''))
  return b'\x89PNG\r\n\x1a\n' + b''.join(struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data)) for kind, data in chunks)


def emoji():
  order = ['.notdef', 'space', 'party', 'rocket']
  builder = FontBuilder(2048, isTTF=True)
  builder.setupGlyphOrder(order)
  builder.setupCharacterMap({32: 'space', 0x1f389: 'party', 0x1f680: 'rocket'})
  builder.setupGlyf({name: TTGlyphPen(None).glyph() for name in order})
  builder.setupHorizontalMetrics({name: (2550, 0) for name in order})
  builder.setupHorizontalHeader(ascent=1900, descent=-500)
  builder.setupNameTable({'familyName': 'Zhinu Emoji', 'styleName': 'Regular', 'psName': 'ZhinuEmoji'})
  builder.setupOS2(sTypoAscender=1900, sTypoDescender=-500, usWinAscent=1900, usWinDescent=500)
  builder.setupPost()
  font = builder.font
  size = 64
  bitmaps = {}
  for name, color in (('party', (230, 60, 120)), ('rocket', (40, 90, 200))):
    glyph = C_B_D_T_.cbdt_bitmap_format_17(b'', font)
    glyph.metrics = BitmapGlyphMetrics.SmallGlyphMetrics()
    for key, value in (('height', size), ('width', size), ('BearingX', 4), ('BearingY', 54), ('Advance', 72)):
      setattr(glyph.metrics, key, value)
    glyph.imageData = png(size, color)
    bitmaps[name] = glyph
  font['CBDT'] = cbdt = newTable('CBDT')
  cbdt.version, cbdt.strikeData = 3.0, [bitmaps]
  font['CBLC'] = cblc = newTable('CBLC')
  strike = E_B_L_C_.Strike()
  table = strike.bitmapSizeTable = E_B_L_C_.BitmapSizeTable()
  table.colorRef, table.ppemX, table.ppemY, table.bitDepth, table.flags, table.startGlyphIndex, table.endGlyphIndex = 0, 58, 58, 32, 1, 2, 3
  for direction in ('hori', 'vert'):
    line = E_B_L_C_.SbitLineMetrics()
    for key in ('widthMax', 'caretSlopeNumerator', 'caretSlopeDenominator', 'caretOffset', 'minOriginSB', 'minAdvanceSB', 'maxBeforeBL', 'minAfterBL', 'pad1', 'pad2'):
      setattr(line, key, 0)
    line.ascender, line.descender = 54, -14
    setattr(table, direction, line)
  index = E_B_L_C_.eblc_index_sub_table_1(b'', font)
  index.indexFormat, index.imageFormat, index.names = 1, 17, ['party', 'rocket']
  index.firstGlyphIndex, index.lastGlyphIndex = 2, 3
  strike.indexSubTables = [index]
  cblc.version, cblc.strikes = 3.0, [strike]
  for tag in ('glyf', 'loca'):
    del font[tag]
  font['head'].created = font['head'].modified = 0
  font.save(os.path.join(FOLDER, 'emoji.ttf'))


if __name__ == '__main__':
  variable('variable.ttf', False, 'Zhinu Variable')
  variable('variable.otf', True, 'Zhinu Variable CFF')
  emoji()
