#!/usr/bin/env python3
"""How long a book takes, and how much memory: the prose of the study's reports repeated to 500 and to 1,000 pages.
The ratio of the two shows whether time grows with the pages. Typst and XeLaTeX set the same text where they are installed."""
import os, re, shutil, subprocess, sys, tempfile, time

PAGES = (500, 1000)
FIRST = {'zh': 60, 'ru': 60}  # repetitions of the prose, to learn how many pages one makes

zhinu, root = sys.argv[1], sys.argv[2]
if not shutil.which('pdfinfo'):
    print('pdfinfo is not there')
    sys.exit(0)


def prose(lang):
    """Paragraphs and headings without what needs data, figures, tables and notes."""
    with open(os.path.join(root, 'data', 'reports', f'summary.{lang}.md'), encoding='utf-8') as file:
        text = file.read().split('---', 2)[2]
    kept = []
    for block in re.split(r'\n\s*\n', text):
        if re.match(r'\s*(!\[|\||:|\[\^|[-*] |\d+\. )', block):
            continue
        block = re.sub(r'\{\{.*?\}\}', '12,3', block)
        block = re.sub(r'\[\^[^]]*\]', '', block)
        block = re.sub(r'@[\w-]+', '1', block)
        kept.append(re.sub(r'\{[^}]*\}', '', block).strip())
    return '\n\n'.join(block for block in kept if block) + '\n\n'


def run(command, folder):
    start = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f'{command[0]} failed')
    return time.monotonic() - start, usage.ru_maxrss / 1024


def pages_of(pdf):
    told = subprocess.run(['pdfinfo', pdf], capture_output=True, text=True, check=True).stdout
    return int(re.search(r'^Pages:\s+(\d+)', told, re.M)[1])


def book(lang, folder, times, text):
    with open(os.path.join(folder, 'book.md'), 'w', encoding='utf-8') as file:
        file.write(f'---\nlang: {lang}\ntitle: Book\n---\n' + text * times)
    taken, memory = run([zhinu, 'report', 'book.md', '-o', 'book.pdf'], folder)
    return taken, memory, os.path.getsize(os.path.join(folder, 'book.pdf'))


def others(lang, folder, times, text):
    plain = re.sub(r'^#+ ', '', text, flags=re.M)
    if shutil.which('typst'):
        with open(os.path.join(folder, 'book.typ'), 'w', encoding='utf-8') as file:
            file.write(f'#set text(lang: "{lang}", size: 10.5pt)\n#set par(justify: true)\n' + re.sub(r'([#$@*_<>\\`])', r'\\\1', plain) * times)
        yield 'typst', run(['typst', 'compile', 'book.typ', 'other.pdf'], folder)
    if shutil.which('xelatex'):
        with open(os.path.join(folder, 'book.tex'), 'w', encoding='utf-8') as file:
            font = '\\usepackage{xeCJK}\\setCJKmainfont{Noto Serif CJK SC}' if lang == 'zh' else '\\usepackage{fontspec}\\setmainfont{PT Serif}'
            file.write(f'\\documentclass{{article}}{font}\\begin{{document}}\n' + re.sub(r'([#$%&_{}~^\\])', r' ', plain) * times + '\\end{document}')
        yield 'xelatex', run(['xelatex', '-interaction=batchmode', 'book.tex'], folder)


for lang, first in FIRST.items():
    text = prose(lang)
    with tempfile.TemporaryDirectory() as folder:
        book(lang, folder, first, text)
        per_page = first / max(1, pages_of(os.path.join(folder, 'book.pdf')))
        seconds = []
        for pages in PAGES:
            times = round(pages * per_page)
            taken, memory, size = book(lang, folder, times, text)
            seconds.append(taken)
            made = pages_of(os.path.join(folder, 'book.pdf'))
            print(f'{lang}: {made} pages in {taken:.2f} s, {made / taken:.0f} pages a second, {memory:.0f} MB, {size / 1e6:.1f} MB of PDF')
        print(f'{lang}: time for twice the pages: x{seconds[1] / seconds[0]:.2f}')
        for name, (taken, memory) in others(lang, folder, times, text):
            print(f'{lang}: {name} {taken:.2f} s, {memory:.0f} MB')
