#!/usr/bin/env python3
"""Sums up meson's test logs: count.py BUILDDIR...

Counts single tests, not programs: of a program that speaks TAP, meson's JUnit log has them; every other program is one test. A program
that fails without a failed test of its own (a crash, a missing plan) counts as one. The last line is "N passed, M failed"; no tests at all is
a failure, and the exit status is not zero then.
"""
import json
import os
import sys
import xml.etree.ElementTree as ET

GOOD = {'OK', 'EXPECTEDFAIL'}


def short_name(name):
    """'zhinu:unit / base-json' -> 'base-json'; which logs have the suites in front depends on meson's version"""
    return name.split(' / ')[-1]


def read_cases(path):
    """program -> list of 'passed', 'failed' or 'skipped', one a test"""
    cases = {}
    for suite in ET.parse(path).getroot().iter('testsuite'):
        program = short_name(suite.get('name').partition('.')[2])
        for case in suite.iter('testcase'):
            kinds = {child.tag for child in case}
            outcome = 'failed' if kinds & {'failure', 'error'} else 'skipped' if 'skipped' in kinds else 'passed'
            cases.setdefault(program, []).append(outcome)
    return cases


def count(folder):
    """(passed, failed, skipped, programs that failed or were skipped)"""
    logs = os.path.join(folder, 'meson-logs', 'testlog')
    totals, remarks = {'passed': 0, 'failed': 0, 'skipped': 0}, []
    try:
        with open(logs + '.json', encoding='utf-8') as file:
            programs = [json.loads(line) for line in file if line.strip()]
        cases = read_cases(logs + '.junit.xml')
    except (OSError, ValueError, ET.ParseError) as error:
        return {**totals, 'failed': 1}, [f'{folder}: no test log: {error}']
    if not programs:
        return {**totals, 'failed': 1}, [f'{folder}: no tests were run']
    for program in programs:
        name, result = short_name(program['name']), program['result']
        outcomes = cases.get(name) or ['passed' if result in GOOD else 'skipped' if result == 'SKIP' else 'failed']
        if result not in GOOD | {'SKIP'} and 'failed' not in outcomes:
            outcomes.append('failed')
        for outcome in outcomes:
            totals[outcome] += 1
        if 'failed' in outcomes or result == 'SKIP':
            remarks.append(f'{folder}: {name}: {result.lower()}')
    return totals, remarks


def main(folders):
    totals = {'passed': 0, 'failed': 0, 'skipped': 0}
    for folder in folders:
        sums, remarks = count(folder)
        for remark in remarks:
            print(remark)
        for outcome, n in sums.items():
            totals[outcome] += n
    if totals['passed'] == 0 and totals['failed'] == 0:
        totals['failed'] = 1
    if totals['skipped']:
        print(f'{totals["skipped"]} skipped')
    print(f'{totals["passed"]} passed, {totals["failed"]} failed')
    return 1 if totals['failed'] else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
