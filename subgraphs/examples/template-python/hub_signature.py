"""Whether a request comes from the hub: it signs what it sends (RFC 9421) and publishes its keys."""

import base64
import hashlib
import json
import threading
import time
import urllib.request
from datetime import timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from http_message_signatures import (
    HTTPMessageVerifier,
    HTTPSignatureKeyResolver,
    InvalidSignature,
    algorithms,
)

MAX_AGE = timedelta(seconds=60)
CLOCK_SKEW = timedelta(seconds=10)
# How it is asked, where it goes, and (by its digest) what is asked.
REQUIRED = {'"@method"', '"@authority"', '"@path"', '"content-digest"'}
REFRESH_SECONDS = 30


class HubKeys(HTTPSignatureKeyResolver):
    """The hub's public keys by their ids; read again where an unknown one is named, but not too often."""

    def __init__(self, url: str):
        self.url = url
        self.keys: dict[str, Ed25519PublicKey] = {}
        self.read_at = float("-inf")
        self.lock = threading.Lock()

    def resolve_public_key(self, key_id: str) -> Ed25519PublicKey:
        with self.lock:
            if key_id not in self.keys and time.monotonic() - self.read_at > REFRESH_SECONDS:
                self.read_at = time.monotonic()
                with urllib.request.urlopen(self.url, timeout=5) as response:
                    jwks = json.load(response)
                self.keys = {
                    jwk["kid"]: Ed25519PublicKey.from_public_bytes(
                        base64.urlsafe_b64decode(jwk["x"] + "==")
                    )
                    for jwk in jwks["keys"]
                    if jwk.get("crv") == "Ed25519"
                }
            if key_id not in self.keys:
                raise InvalidSignature(f"{key_id} is no key of the hub")
            return self.keys[key_id]


class HubSignature:
    """Throws InvalidSignature for what the hub did not sign, what was changed on the way, and what was sent before."""

    def __init__(self, keys_url: str):
        self.verifier = HTTPMessageVerifier(
            signature_algorithm=algorithms.ED25519, key_resolver=HubKeys(keys_url)
        )
        self.verifier.max_clock_skew = CLOCK_SKEW
        self.nonces: dict[str, float] = {}
        self.lock = threading.Lock()

    def check(self, request, body: bytes) -> None:
        """`request` has a method, a url and headers."""
        [result] = self.verifier.verify(request, max_age=MAX_AGE, expect_tag="throughline-partner")
        missing = REQUIRED - result.covered_components.keys()
        if missing:
            raise InvalidSignature(f"{', '.join(sorted(missing))} is not signed")
        digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
        if request.headers["content-digest"] != f"sha-256=:{digest}:":
            raise InvalidSignature("Content-Digest is not the sha-256 of the body")
        self.use_once(result.parameters.get("nonce"))

    def use_once(self, nonce: str | None) -> None:
        now = time.monotonic()
        good_for = (MAX_AGE + 2 * CLOCK_SKEW).total_seconds()
        with self.lock:
            self.nonces = {one: until for one, until in self.nonces.items() if until > now}
            if nonce is None or nonce in self.nonces:
                raise InvalidSignature("this request has no nonce, or was sent before")
            self.nonces[nonce] = now + good_for
