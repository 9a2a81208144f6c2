import os
import sys
from pathlib import Path

import uvicorn
from ariadne import ObjectType, graphql
from ariadne.contrib.federation import FederatedObjectType, make_federated_schema
from http_message_signatures import HTTPMessageSignaturesException
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from data import APPRENTICES, NAME
from hub_signature import HubSignature

HUB_KEYS_URL = os.environ.get("HUB_KEYS_URL")
if not HUB_KEYS_URL and os.environ.get("ALLOW_UNSIGNED") != "1":
    sys.exit(
        "HUB_KEYS_URL: expected the address of the hub's keys"
        " (or ALLOW_UNSIGNED=1 to answer anybody, for trying out)"
    )
hub_signature = HubSignature(HUB_KEYS_URL) if HUB_KEYS_URL else None

query = ObjectType("Query")
sme = FederatedObjectType("Sme")


@query.field("myCollege")
def resolve_college(*_):
    return {"name": NAME}


# The hub asks for manufacturers by id: answer the same id, or None for those you do not know.
@sme.reference_resolver
def resolve_sme(_, _info, representation):
    known = representation["id"] in APPRENTICES
    return {"__typename": "Sme", "id": representation["id"]} if known else None


@sme.field("myCollegeApprentices")
def resolve_apprentices(record, _info):
    return APPRENTICES[record["id"]]


schema = make_federated_schema(Path(__file__).with_name("schema.graphql").read_text(), query, sme)


async def answer(request: Request) -> JSONResponse:
    body = await request.body()
    if hub_signature:
        try:
            await run_in_threadpool(hub_signature.check, request, body)
        except (HTTPMessageSignaturesException, OSError, KeyError, ValueError) as error:
            message = f"The request is not from the hub: {error}"
            refusal = {"message": message, "extensions": {"code": "UNAUTHENTICATED"}}
            return JSONResponse({"errors": [refusal]}, status_code=401)
    try:
        data = await request.json()
    except ValueError:
        return JSONResponse({"errors": [{"message": "The body is not JSON"}]}, status_code=400)
    success, result = await graphql(schema, data, context_value=request)
    return JSONResponse(result, status_code=200 if success else 400)


async def health(_request: Request) -> JSONResponse:
    return JSONResponse({"status": "ok"})


app = Starlette(
    routes=[Route("/graphql", answer, methods=["POST"]), Route("/health", health)],
)

if __name__ == "__main__":
    port = int(os.environ.get("PORT", "4010"))
    print(f"The subgraph is ready: http://127.0.0.1:{port}/graphql", flush=True)
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning")
