"""The member's records, which of them a filter chooses, and their sums."""

import json
from collections import defaultdict
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from order import EXACT, UNITS, name_text, order_key_of_text, plain

FOLDER = Path(__file__).parent
ROWS = json.loads((FOLDER / "gabon.json").read_text("utf-8"))
for type_name, rows in ROWS.items():
    for row in rows:
        row["__typename"] = type_name
BY_ID = {row["id"]: row for rows in ROWS.values() for row in rows}


def record(id, type_name=None):
    row = BY_ID.get(id)
    return row if row and type_name in (None, row["__typename"]) else None


def commodities_of(row):
    one = row.get("commodityCode")
    return row.get("commodityCodes") or ([one] if one else [])


def instant(text):
    return datetime.fromisoformat(text.replace("z", "Z"))


def in_box(row, box):
    place = row.get("location")
    if not place or not box["south"] <= place["lat"] <= box["north"]:
        return False
    east, west = place["lon"] >= box["west"], place["lon"] <= box["east"]
    return east and west if box["west"] <= box["east"] else east or west


def in_years(row, years):
    year, first, last = row.get("year"), years.get("from"), years.get("to")
    if year is None:
        return first is None and last is None
    return (first is None or year >= first) and (last is None or year <= last)


def holds_text(row, wanted):
    text = name_text(row.get("name"))
    return text is not None and order_key_of_text(wanted) in order_key_of_text(text)


def among(name):
    return lambda row, wanted: row.get(name) in wanted


TESTS = {
    "owners": among("home"),
    "countries": among("countryCode"),
    "commodities": lambda row, wanted: any(code in wanted for code in commodities_of(row)),
    "types": among("type"),
    "statuses": among("status"),
    "scales": among("scale"),
    "certifications": among("certification"),
    "levels": among("level"),
    "stages": among("stage"),
    "years": in_years,
    "bbox": in_box,
    "text": holds_text,
    "updatedSince": lambda row, since: instant(row["updatedAt"]) >= instant(since),
}


def figure(row):
    """What must be alike for two records to be editions of one figure: all but the edition, the number and the unit."""
    quantity = row.get("quantity") or {}
    word = next((each["word"] for each in row.get("published") or [] if each["field"].startswith("commodityCode")), None)
    matter = row.get("commodityCode") or ("word", word)
    kind = (row["level"], row.get("siteId"), row["countryCode"], matter, row["stage"], row["year"])
    return (*kind, quantity.get("basis"), UNITS[quantity["unit"]][0] if quantity else None)


def newest(rows):
    editions = defaultdict(list)
    for row in rows:
        editions[figure(row)].append(row.get("edition") or "")
    return [row for row in rows if (row.get("edition") or "") == max(editions[figure(row)])]


def chosen(type_name, filter=None):
    """The rows that a filter lets through; of figures the newest editions alone, unless it wants all."""
    asked = {name: value for name, value in (filter or {}).items() if value is not None}
    all_editions = asked.pop("allEditions", False)
    # No estimate is kept, so what only estimates can be asked for lets nothing through.
    tests = [(TESTS.get(name, lambda row, wanted: False), wanted) for name, wanted in asked.items()]
    rows = ROWS[type_name]
    if type_name == "ProductionRecord" and not all_editions:
        rows = newest(rows)
    return [row for row in rows if all(test(row, wanted) for test, wanted in tests)]


def parts(cells):
    """An exact sum and what went into it."""
    numbers = [Decimal(cell["value"]) for cell in cells if cell.get("value") is not None]
    count = lambda *flags: sum(cell.get("flag") in flags for cell in cells)
    total = Decimal(0)
    for number in numbers:
        total = EXACT.add(total, number)
    is_less = len(numbers) < len(cells) or count("GREATER_THAN", "WITHHELD", "NOT_AVAILABLE") > 0
    return {
        "sum": plain(total),
        "precision": "AT_LEAST" if is_less else "EXACT",
        "count": len(numbers),
        "min": plain(min(numbers)) if numbers else None,
        "max": plain(max(numbers)) if numbers else None,
        "withheld": count("WITHHELD", "NOT_AVAILABLE"),
        "estimated": count("ROUNDED", "ESTIMATED"),
        "bounded": count("LESS_THAN", "GREATER_THAN"),
    }


def summed(cells, needed, by):
    """Rows of an aggregate: what may be added is alike in every field of the key, and the key is whole."""
    groups = defaultdict(list)
    for row, key, quantity in cells:
        if not quantity or any(key[name] is None for name in needed):
            continue
        split = row["countryCode"] if "COUNTRY" in (by or []) else None
        key = {**key, "unit": quantity["unit"], "basis": quantity.get("basis"), "countryCode": split}
        groups[tuple(key.items())].append(quantity)
    return [{**dict(key), "parts": parts(group)} for key, group in groups.items()]


def production_totals(filter=None, by=None):
    names = ("commodityCode", "stage", "year", "level")
    rows = chosen("ProductionRecord", filter)
    cells = [(row, {name: row.get(name) for name in names}, row.get("quantity")) for row in rows]
    return summed(cells, names, by)


def capacity_totals(filter=None, by=None):
    """A capacity that sites share counts once: at the first of the chosen sites, by id."""
    sites = chosen("Site", filter)
    ids = {site["id"] for site in sites}
    cells = [
        (
            site,
            {"commodityCode": each.get("commodityCode"), "siteType": site["type"], "year": each["year"]},
            each["perYear"],
        )
        for site in sites
        for each in site.get("capacities") or []
        if all(site["id"] < other for other in each["sharedWith"] if other in ids)
    ]
    return summed(cells, ("commodityCode", "siteType", "year"), by)


COUNTED = {
    "COUNTRY": ("countryCode", lambda row: [row.get("countryCode")]),
    "TYPE": ("type", lambda row: [row.get("type")]),
    "STATUS": ("status", lambda row: [row.get("status")]),
    "SCALE": ("scale", lambda row: [row.get("scale")]),
    "CERTIFICATION": ("certification", lambda row: [row.get("certification")]),
    "COMMODITY": ("commodityCode", commodities_of),
}


def site_counts(filter=None, by=None):
    """A site of two commodities counts under both, one of none under none, where commodities are asked for."""
    counts = defaultdict(int)
    for row in chosen("Site", filter):
        keys = [{}]
        for dimension, (name, values) in COUNTED.items():
            found = values(row) if dimension in (by or []) else [None]
            keys = [{**key, name: value} for key in keys for value in found]
        for key in keys:
            counts[tuple(key.items())] += 1
    return [{**dict(key), "count": count} for key, count in counts.items()]
