"""The total order of lists: order keys, positions, and how two rows compare. The test vectors are in schema/order-key-vectors.json."""

import json
import re
import unicodedata
from decimal import Context, Decimal
from functools import cmp_to_key

EXACT = Context(prec=400)

# Each unit with its dimension, and its power of ten of the dimension's base unit.
UNITS = {
    "KILOGRAM": ("MASS", 0),
    "TONNE": ("MASS", 3),
    "KILOTONNE": ("MASS", 6),
    "MEGATONNE": ("MASS", 9),
    "CARAT": ("MASS_OF_GEMS", 0),
    "TROY_OUNCE": ("MASS_OF_PRECIOUS_METAL", 0),
    "HECTARE": ("AREA", 0),
    "PERCENT": ("RATIO", 0),
    "GRAM_PER_TONNE": ("GRADE_BY_MASS", 0),
}


def plain(number):
    """A decimal as the contract writes it: the shortest way, without exponent."""
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("", "-0") else text


def converted(value, unit, wanted):
    """The number in another unit of the same dimension, exactly; None across dimensions."""
    if value is None or unit == wanted:
        return value
    (dimension, power), (other, base) = UNITS[unit], UNITS[wanted]
    return plain(Decimal(value).scaleb(power - base, EXACT)) if dimension == other else None


def order_key_of_text(text):
    """NFD, without U+0300 to U+036F, A-Z small: `str.lower` and `casefold` would give other letters than other languages do."""
    without_marks = re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", text))
    return re.sub("[A-Z]", lambda letter: letter[0].lower(), without_marks)


def name_text(name):
    """A name's English, or the original where there is no English."""
    if not name:
        return None
    original = name.get((name.get("originalLanguage") or "").lower())
    texts = (name.get("en"), original, name.get("fr"), name.get("pt"), name.get("ar"))
    return next((text for text in texts if text is not None), None)


def name_key(row):
    text = name_text(row.get("name"))
    return [None if text is None else order_key_of_text(text)]


def quantity_keys(quantity):
    """Basis, dimension and the number in the base unit, so that unlike bases stand one group after another."""
    if not quantity or quantity.get("value") is None:
        return [None, None, None]
    dimension, power = UNITS[quantity["unit"]]
    number = plain(Decimal(quantity["value"]).scaleb(power, EXACT))
    return [quantity.get("basis") or "", dimension, {"n": number}]


def column(name):
    return lambda row: [row.get(name)]


KEYS = {
    "NAME": name_key,
    "COUNTRY": column("countryCode"),
    "TYPE": column("type"),
    "STATUS": column("status"),
    "COMMODITY": column("commodityCode"),
    "YEAR": lambda row: [None if row.get("year") is None else {"n": str(row["year"])}],
    "QUANTITY": lambda row: quantity_keys(row.get("quantity")),
    "CONTAINED": lambda row: quantity_keys(row.get("contained")),
    "EFFECTIVE_DATE": column("effectiveDate"),
    "UPDATED_AT": column("updatedAt"),
}
WIDTH = {"QUANTITY": 3, "CONTAINED": 3}


def position_of(row, order_by):
    """The order keys of a row, then its id, which breaks every tie."""
    return [key for each in order_by for key in KEYS[each["field"]](row)] + [row["id"]]


def written(position):
    return json.dumps(position, ensure_ascii=False, separators=(",", ":"))


def parsed(text, order_by):
    """The position in a text; None where it is none of this order."""
    try:
        position = json.loads(text)
    except (TypeError, ValueError):
        return None
    width = sum(WIDTH.get(each["field"], 1) for each in order_by) + 1
    if not isinstance(position, list) or len(position) != width or not is_text(position[-1]):
        return None
    return position if all(is_key(key) for key in position[:-1]) else None


def is_text(value):
    return isinstance(value, str) and not re.search("[\ud800-\udfff]", value)


def is_key(value):
    """Nothing, a text, or a decimal in a text."""
    if value is None or is_text(value):
        return True
    number = value.get("n") if isinstance(value, dict) else None
    return isinstance(number, str) and re.fullmatch(r"-?\d{1,60}(\.\d{1,60})?", number) is not None


def compare_keys(a, b):
    """Python compares texts by their code points, which is the order of their UTF-8 bytes."""
    left, right = (Decimal(each["n"]) if isinstance(each, dict) else each for each in (a, b))
    if type(left) is not type(right):
        return -1 if isinstance(left, Decimal) else 1  # as the gateway has it: numbers before texts
    return (left > right) - (left < right)


def compare_positions(order_by):
    """Nothing is last in both directions; the id always rises."""
    directions = [each["direction"] for each in order_by for _ in range(WIDTH.get(each["field"], 1))]

    def compare(a, b):
        for left, right, direction in zip(a, b, [*directions, "ASC"]):
            if left == right:
                continue
            if left is None or right is None:
                return 1 if left is None else -1
            order = compare_keys(left, right)
            if order != 0:
                return -order if direction == "DESC" else order
        return 0

    return compare


def in_order(rows, order_by):
    """Pairs of position and row."""
    compare = compare_positions(order_by)
    placed = [(position_of(row, order_by), row) for row in rows]
    return sorted(placed, key=cmp_to_key(lambda a, b: compare(a[0], b[0])))
