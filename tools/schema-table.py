#!/usr/bin/env python3
"""Writes src/spec/schema_table.c from Vega-Lite's JSON schema.

usage: schema-table.py vega-lite-schema.json > src/spec/schema_table.c

The schema (npm package vega-lite, build/vega-lite-schema.json) is reduced to what the checker asks: which kinds of value, which
words, which objects with which properties may stand where. References and unions are flattened, equal types are shared,
descriptions and numeric bounds are dropped. Everything is numbers into pools and one blob of names: nothing to relocate or to
set up when the program starts.
"""
import json
import sys

ROOT = "TopLevelSpec"
KINDS = {"null": 1, "boolean": 2, "number": 4, "integer": 4, "string": 8, "array": 16, "object": 32}
ANY = 63
# What other rooms read with rules of their own, or nobody reads.
FREE = {"InlineDataset"}
FREE_PROPERTIES = {"usermeta", "$schema"}
# Where Vega-Lite draws more than its schema admits: facets of facets.
REPLACED = {("FacetSpec", "spec"): "NonNormalizedSpec", ("TopLevelFacetSpec", "spec"): "NonNormalizedSpec"}
# What the documentation allows and the schema forgets: no order at all.
NULLABLE = {("OrderValueDef", "value")}
WIDTH = 118


class Pool:
    """Lists of numbers laid end to end; equal lists are stored once."""

    def __init__(self):
        self.items, self.starts = [], {}

    def add(self, values):
        key = tuple(values)
        if not key:
            return 0, 0
        if key not in self.starts:
            self.starts[key] = len(self.items)
            self.items.extend(key)
        return self.starts[key], len(key)


class Flat:
    """A type: kinds that are free, words, and what arrays and objects may hold (as schemas)."""

    def __init__(self):
        self.mask, self.words, self.arrays, self.objects = 0, [], [], []

    def add_kind(self, kind):
        self.mask |= KINDS[kind]


class Table:
    def __init__(self, schema):
        self.definitions = schema["definitions"]
        self.types, self.type_ids = [], {}
        self.objects, self.object_ids = [], {}
        self.names = set()
        self.queue = []

    def flatten(self, schema, flat, name=None):
        if "$ref" in schema:
            target = schema["$ref"].split("/")[-1].replace("%3C", "<").replace("%3E", ">")
            if target in FREE:
                flat.mask |= ANY
            else:
                self.flatten(self.definitions[target], flat, target)
        elif "anyOf" in schema or "oneOf" in schema:
            for choice in schema.get("anyOf", schema.get("oneOf")):
                self.flatten(choice, flat)
        elif "const" in schema or "enum" in schema:
            for value in schema.get("enum", [schema.get("const")]):
                self.add_constant(value, flat)
        elif not schema or "type" not in schema:
            flat.mask |= ANY
        else:
            self.add_types(schema, flat, name)

    def add_constant(self, value, flat):
        if isinstance(value, str):
            if value not in flat.words:
                flat.words.append(value)
        else:
            flat.add_kind("null" if value is None else "boolean" if isinstance(value, bool) else "number")

    def add_types(self, schema, flat, name):
        kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        for kind in kinds:
            if kind == "object" and self.describes_object(schema):
                self.append_once(flat.objects, (name or "", schema))
            elif kind == "array" and isinstance(schema.get("items"), dict):
                self.append_once(flat.arrays, schema["items"])
            else:
                flat.add_kind(kind)

    @staticmethod
    def append_once(items, item):
        if item not in items:
            items.append(item)

    @staticmethod
    def describes_object(schema):
        extra = schema.get("additionalProperties", {})
        return bool(schema.get("properties")) or extra is False or bool(extra)

    def type_id(self, schema):
        flat = Flat()
        self.flatten(schema, flat)
        words = [] if flat.mask & KINDS["string"] else flat.words
        arrays = [] if flat.mask & KINDS["array"] else flat.arrays
        objects = [] if flat.mask & KINDS["object"] else flat.objects
        key = json.dumps([flat.mask, words, arrays, objects], sort_keys=True)
        if key not in self.type_ids:
            self.type_ids[key] = len(self.types)
            self.types.append((flat.mask, words, arrays, objects))
            self.queue.append(self.type_ids[key])
        return self.type_ids[key]

    def object_id(self, name, schema):
        key = json.dumps([name, schema], sort_keys=True)
        if key not in self.object_ids:
            self.object_ids[key] = len(self.objects)
            self.objects.append(None)
            extra = schema.get("additionalProperties", {})
            properties = {}
            for property_name, property_schema in schema.get("properties", {}).items():
                properties[property_name] = self.type_id(self.property_schema(name, property_name, property_schema))
            additional = 0 if extra is False else 1 + self.type_id(extra if isinstance(extra, dict) else {})
            self.objects[self.object_ids[key]] = (properties, additional, schema.get("required", []))
        return self.object_ids[key]

    @staticmethod
    def property_schema(name, property_name, schema):
        if property_name in FREE_PROPERTIES:
            return {}
        if (name, property_name) in NULLABLE:
            return {"anyOf": [schema, {"type": "null"}]}
        replaced = REPLACED.get((name, property_name))
        return {"$ref": "#/definitions/" + replaced} if replaced else schema

    def build(self):
        root = self.type_id({"$ref": "#/definitions/" + ROOT})
        assert root == 0
        resolved = {}
        while self.queue:
            index = self.queue.pop(0)
            mask, words, arrays, objects = self.types[index]
            resolved[index] = (mask, words, [self.type_id(a) for a in arrays], [self.object_id(n, o) for n, o in objects])
        self.types = [resolved[i] for i in range(len(self.types))]
        for _, words, _, _ in self.types:
            self.names.update(words)
        for properties, _, required in self.objects:
            self.names.update(properties, required)


def rows(cells):
    """Comma-separated cells, wrapped."""
    lines, line = [], ""
    for cell in cells:
        text = str(cell) + ","
        if line and len(line) + 1 + len(text) > WIDTH:
            lines.append("\t" + line)
            line = ""
        line += (" " if line else "") + text
    return "\n".join(lines + ["\t" + line] if line else lines)


def emit_array(out, declaration, cells):
    out.write(f"{declaration} = {{\n{rows(cells)}\n}};\n\n")


def emit(table, out):
    names = sorted(table.names, key=lambda name: name.encode())
    ids = {name: i for i, name in enumerate(names)}
    offsets, offset = [], 0
    for name in names:
        offsets.append(offset)
        offset += len(name.encode()) + 1
    assert offset < 65536
    pool, properties = Pool(), Pool()
    types = []
    for mask, words, arrays, objects in table.types:
        cells = [mask]
        for values in ([ids[w] for w in words], arrays, objects):
            cells.extend(pool.add(values))
        types.append("{" + ", ".join(map(str, cells)) + "}")
    records = []
    for members, additional, required in table.objects:
        first, count = properties.add(sorted((ids[name], type_id) for name, type_id in members.items()))
        required_first, n_required = pool.add(sorted(ids[name] for name in required))
        records.append("{" + ", ".join(map(str, [first, count, additional, required_first, n_required])) + "}")
    out.write("/* Made by tools/schema-table.py from Vega-Lite's JSON schema: do not edit. */\n")
    out.write('#include "spec/schema_table.h"\n\n/* clang-format off */\n')
    out.write("const char zn_schema_text[] =\n")
    line = ""
    for name in names:
        piece = json.dumps(name)[1:-1] + "\\0"
        # An octal escape must not swallow a digit that follows it.
        separator = '" "' if line.endswith("\\0") and piece[0].isdigit() else ""
        if len(line) + len(separator) + len(piece) > WIDTH:
            out.write(f'\t"{line}"\n')
            line, separator = "", ""
        line += separator + piece
    out.write(f'\t"{line}";\n\n')
    emit_array(out, "const uint16_t zn_schema_names[]", offsets)
    emit_array(out, "const ZnSchemaType zn_schema_types[]", types)
    emit_array(out, "const ZnSchemaObject zn_schema_objects[]", records)
    emit_array(out, "const ZnSchemaProperty zn_schema_properties[]", [f"{{{n}, {t}}}" for n, t in properties.items])
    out.write(f"const uint16_t zn_schema_pool[] = {{\n{rows(pool.items)}\n}};\n")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as file:
        table = Table(json.load(file))
    table.build()
    emit(table, sys.stdout)


if __name__ == "__main__":
    main()
