"""The forms of the contract's scalars: what has not its form is refused with BAD_VALUE."""

import json
import re
from datetime import date

from ariadne import ScalarType
from graphql import GraphQLError


def is_date(text):
    try:
        return bool(re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) and date.fromisoformat(text))
    except ValueError:
        return False


def is_instant(text):
    form = r"[0-9-]{10}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z"
    return bool(re.fullmatch(form, text)) and is_date(text[:10])


def like(pattern):
    return lambda text: re.fullmatch(pattern, text) is not None


# Each with a test of its form, and an example for the sentence of a refusal.
FORMS = {
    "MemberCode": (like("[A-Z]{2,8}"), "GA"),
    "CountryCode": (like("[A-Z]{2}"), "GA"),
    "CommodityCode": (like("[a-z0-9]+(-[a-z0-9]+)*"), "phosphate-rock"),
    "LEI": (like("[A-Z0-9]{18}[0-9]{2}"), "5493001KJTIIGC8Y1R12"),
    "HSCode": (like("[0-9]{4}([0-9]{2})?"), "2510"),
    "Date": (is_date, "2025-02-21"),
    "DateTime": (is_instant, "2025-02-21T09:30:00Z"),
    "Decimal": (like(r"-?[0-9]+(\.[0-9]+)?"), "0.35"),
}


def scalar(name):
    has_its_form, example = FORMS[name]

    def checked(value):
        if isinstance(value, str) and has_its_form(value):
            return value
        says = f"Expected a {name} such as {example}, got {json.dumps(value, default=str)[:60]}."
        raise GraphQLError(says, extensions={"code": "BAD_VALUE"})

    return ScalarType(name, value_parser=checked)


SCALARS = [scalar(name) for name in FORMS]
