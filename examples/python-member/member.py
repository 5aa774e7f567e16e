"""
A member in Python: Gabon's mines and deposits, served by the contract with Ariadne. Module MINERALS; of estimates it keeps none.

python member.py --port 4110          an honest member
python member.py --sort-like-python   one that sorts names as Python does: it breaks the contract, and is found out
"""

import argparse
import logging
from datetime import datetime, timezone
from pathlib import Path

import uvicorn
from ariadne import ObjectType, QueryType, UnionType, make_executable_schema
from ariadne.asgi import GraphQL
from graphql import GraphQLError, ObjectTypeDefinitionNode, parse

from order import compare_positions, converted, in_order, name_text, parsed, position_of, written
from records import BY_ID, ROWS, capacity_totals, chosen, production_totals, record, site_counts
from scalars import SCALARS

CODE = "GA"
SDL = (Path(__file__).parent / "../../schema/generated/member.graphql").read_text("utf-8")
DEFINITIONS = parse(SDL).definitions
ENTITIES = [
    each.name.value
    for each in DEFINITIONS
    if isinstance(each, ObjectTypeDefinitionNode) and any(mark.name.value == "key" for mark in each.directives or ())
]
# What the gateway needs beside the contract: any GraphQL server becomes a subgraph by these two fields.
FEDERATION = f"""
directive @key(fields: String!, resolvable: Boolean = true) repeatable on OBJECT
directive @shareable on OBJECT | FIELD_DEFINITION
scalar _Any
union _Entity = {" | ".join(ENTITIES)}
type _Service {{ sdl: String }}
extend type Query {{
  _entities(representations: [_Any!]!): [_Entity]!
  _service: _Service!
}}
"""
TYPES = [*ROWS, "Policy", "Event"]
SORTS_LIKE_PYTHON = False


def refusal(code, says):
    return GraphQLError(says, extensions={"code": code})


def page_size(first):
    if not 1 <= first <= 500:
        raise refusal("PAGE_SIZE", "`first` is 1 to 500; ask for a page within it.")
    return first


def connection(rows, orderBy=None, first=50, after=None):
    """A page: its rows, each with its position, whether more follow, and how many there are in all."""
    order_by = orderBy or []
    size = page_size(50 if first is None else first)
    placed = in_order(rows, order_by)
    if SORTS_LIKE_PYTHON and order_by and order_by[0]["field"] == "NAME":
        is_descending = order_by[0]["direction"] == "DESC"
        placed = sorted(placed, key=lambda each: name_text(each[1].get("name")) or "", reverse=is_descending)
    total = len(placed)
    if after is not None:
        start = parsed(after, order_by)
        if start is None:
            raise refusal("BAD_CURSOR", "This cursor is not one of this list, filter and order; start again without `after`.")
        compare = compare_positions(order_by)
        placed = [each for each in placed if compare(each[0], start) > 0]
    return {
        "edges": [{"cursor": written(position), "node": row} for position, row in placed[:size]],
        "pageInfo": {"hasNextPage": len(placed) > size},
        "total": {"count": total, "precision": "EXACT"},
    }


def listed(type_name, is_under=lambda parent, row: True):
    """A list over members, or what this member contributes to an entity that nobody owns."""

    def resolve(parent, _info, filter=None, **page):
        return connection([row for row in chosen(type_name, filter) if is_under(parent, row)], **page)

    return resolve


def not_offered(*_args, **_asked):
    raise refusal("MODULE_NOT_OFFERED", "This member does not offer the module of this field.")


def own_list(type_name, by, newest_first=None):
    """A page of a record's own records; it goes on behind the record of that id, or begins where there is none."""

    def resolve(parent, _info, first=20, after=None):
        order_by = [{"field": newest_first, "direction": "DESC"}] if newest_first else []
        rows = [row for row in chosen(type_name) if row.get(by) == parent["id"]]
        nodes = [row for _, row in in_order(rows, order_by)]
        ids = [row["id"] for row in nodes]
        rest = nodes[ids.index(after) + 1 :] if after in ids else nodes
        size = page_size(20 if first is None else first)
        total = {"count": len(nodes), "precision": "EXACT"}
        return {"nodes": rest[:size], "hasMore": len(rest) > size, "total": total}

    return resolve


def reference(column):
    return lambda parent, _info: record(parent.get(column))


query = QueryType()
LISTS = {
    "organisations": "Organisation",
    "deposits": "Deposit",
    "sites": "Site",
    "estimates": "ResourceEstimate",
    "production": "ProductionRecord",
}
for field, type_name in LISTS.items():
    query.set_field(field, listed(type_name))
for field in ("policies", "events", "policyCounts"):
    query.set_field(field, not_offered)
for field, rows_of in {
    "productionTotals": production_totals,
    "capacityTotals": capacity_totals,
    "siteCounts": site_counts,
    "estimateTotals": lambda filter=None, by=None: [],
}.items():
    query.set_field(field, lambda _parent, _info, rows_of=rows_of, **asked: {"rows": rows_of(**asked)})


@query.field("members")
def members(_parent, _info, owners=None):
    described = {
        "code": CODE,
        "operator": {"en": "Mines of Gabon, as published by the U.S. Geological Survey", "originalLanguage": "EN"},
        "contractVersion": "1.0",
        "modules": ["MINERALS"],
        "licence": "US-PD",
        "asOf": datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "counts": [{"type": name, "count": len(ROWS.get(name, []))} for name in TYPES],
    }
    return {"list": [described] if owners is None or CODE in owners else []}


KINDS = {
    "Organisation": "organisation",
    "Deposit": "deposit",
    "Site": "site",
    "ResourceEstimate": "estimate",
    "ProductionRecord": "production",
}


@query.field("record")
def one_record(_parent, _info, id):
    row = record(id)
    return row and {"id": id, KINDS[row["__typename"]]: row}


@query.field("changes")
def changes(_parent, _info, owner, after=0, first=100):
    """Every record was created once, in the order of the file, and none has changed since."""
    if owner != CODE:
        return None
    made = [
        {
            "sequence": place,
            "kind": "CREATED",
            "type": row["__typename"],
            "recordId": row["id"],
            "revision": row["revision"],
            "at": row["updatedAt"],
        }
        for place, row in enumerate(BY_ID.values(), 1)
    ]
    after, size = after or 0, page_size(100 if first is None else first)
    rest = made[max(after, 0) :]
    page = rest[:size]
    return {"changes": page, "last": page[-1]["sequence"] if page else after, "hasMore": len(rest) > size}


@query.field("_service")
def service(_parent, _info):
    return {"sdl": SDL}


@query.field("_entities")
def entities(_parent, _info, representations):
    """In their order; a record that is not there is null, and an entity that nobody owns is whatever key it has."""
    return [entity(each) for each in representations]


def entity(representation):
    name = representation.get("__typename") if isinstance(representation, dict) else None
    key = {"Country": "code", "Commodity": "code", "Company": "lei"}.get(name, "id")
    if name not in ENTITIES or not isinstance(representation.get(key), str):
        raise refusal("BAD_VALUE", 'Expected a representation such as {"__typename": "Site", "id": "GA:site:1"}.')
    if key != "id":
        return {"__typename": name, key: representation[key]}
    return record(representation["id"], name)


def languages(parent, _info, lang="EN"):
    wanted = [lang or "EN", "EN", "FR", "PT", "AR"]
    return next((parent[each.lower()] for each in wanted if parent.get(each.lower()) is not None), "")


def of_company(parent, row):
    operator = record(row.get("operatorId")) or {}
    return operator.get("lei") == parent["lei"]


def of_country(parent, row):
    return row.get("countryCode") == parent["code"]


def of_commodity(parent, row):
    return parent["code"] in (row.get("commodityCodes") or [row.get("commodityCode")])


SHARED_LISTS = {name: type_name for name, type_name in LISTS.items() if name != "organisations"}
FIELDS = {
    "Country": {
        **{name: listed(type_name, of_country) for name, type_name in SHARED_LISTS.items()},
        "policies": not_offered,
        "events": not_offered,
    },
    "Commodity": {
        **{name: listed(type_name, of_commodity) for name, type_name in SHARED_LISTS.items()},
        "policies": not_offered,
    },
    "Company": {
        "organisations": listed("Organisation", lambda parent, row: row.get("lei") == parent["lei"]),
        "sites": listed("Site", of_company),
    },
    "Organisation": {"sites": own_list("Site", "operatorId")},
    "Deposit": {
        "sites": own_list("Site", "depositId"),
        "estimates": own_list("ResourceEstimate", "depositId", "EFFECTIVE_DATE"),
    },
    "Site": {
        "deposit": reference("depositId"),
        "operator": reference("operatorId"),
        "production": own_list("ProductionRecord", "siteId", "YEAR"),
    },
    "Share": {"party": reference("partyId")},
    "ProductionRecord": {"site": reference("siteId")},
    "LocalizedText": {"value": languages},
    "Quantity": {"in": lambda parent, _info, unit: converted(parent["value"], parent["unit"], unit)},
}


def object_type(name, fields):
    made = ObjectType(name)
    for field, resolve in fields.items():
        made.set_field(field, resolve)
    return made


def schema():
    own = SDL[SDL.index("\n\n") :]  # without the @link, which is for the gateway
    union = UnionType("_Entity", lambda row, *_: row["__typename"])
    types = [object_type(name, fields) for name, fields in FIELDS.items()]
    return make_executable_schema([own, FEDERATION], query, union, *types, *SCALARS)


def is_fault(log_record):
    """A refusal, or a question that is none, is said to whoever asked; only what went wrong in here is for the log."""
    error = (log_record.exc_info or (None, None))[1]
    return not (isinstance(error, GraphQLError) and (error.extensions or error.original_error is None))


if __name__ == "__main__":
    logging.getLogger("ariadne").addFilter(is_fault)
    arguments = argparse.ArgumentParser(description="A member in Python.")
    arguments.add_argument("--host", default="127.0.0.1")
    arguments.add_argument("--port", type=int, default=4110)
    arguments.add_argument("--sort-like-python", action="store_true")
    asked = arguments.parse_args()
    SORTS_LIKE_PYTHON = asked.sort_like_python
    config = uvicorn.Config(GraphQL(schema()), host=asked.host, port=asked.port, log_level="warning")
    socket = config.bind_socket()  # port 0 is one that the system gives
    socket.listen()
    print(f"{CODE} listens on http://{asked.host}:{socket.getsockname()[1]}/graphql", flush=True)
    uvicorn.Server(config).run(sockets=[socket])
