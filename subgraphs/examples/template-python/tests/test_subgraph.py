import base64
import hashlib
import json
import os
import socket
import subprocess
import sys
import threading
import time
import unittest
import urllib.error
import urllib.request
import uuid
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from http_message_signatures import HTTPMessageSigner, HTTPSignatureKeyResolver, algorithms

PRIVATE_KEY = Ed25519PrivateKey.generate()
PUBLIC_KEY = PRIVATE_KEY.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
X = base64.urlsafe_b64encode(PUBLIC_KEY).decode().rstrip("=")
JWK = {"kty": "OKP", "crv": "Ed25519", "x": X, "kid": "hub-1"}

QUERY = """{
  myCollege { name }
  _entities(representations: [
    { __typename: "Sme", id: "sme_syn000000000" }
    { __typename: "Sme", id: "sme_nobody" }
  ]) { ... on Sme { id myCollegeApprentices } }
}"""


class Hub(BaseHTTPRequestHandler):
    """Stands for the hub, which publishes its keys."""

    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps({"keys": [JWK]}).encode())

    def log_message(self, *_):
        pass


class HubKey(HTTPSignatureKeyResolver):
    def resolve_private_key(self, key_id):
        return PRIVATE_KEY


def send(url, body=None, headers=None):
    request = urllib.request.Request(url, data=body, headers=headers or {})
    try:
        with urllib.request.urlopen(request) as response:
            return response.status, json.load(response)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


class Subgraph(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.hub = ThreadingHTTPServer(("127.0.0.1", 0), Hub)
        threading.Thread(target=cls.hub.serve_forever, daemon=True).start()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        keys_url = f"http://127.0.0.1:{cls.hub.server_port}/"
        cls.server = subprocess.Popen(
            [sys.executable, "server.py"],
            cwd=Path(__file__).parents[1],
            env={**os.environ, "PORT": str(port), "HUB_KEYS_URL": keys_url},
            stdout=subprocess.DEVNULL,
        )
        cls.url = f"http://127.0.0.1:{port}"
        for _ in range(100):
            try:
                urllib.request.urlopen(f"{cls.url}/health").close()
                return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("the server does not start")

    @classmethod
    def tearDownClass(cls):
        cls.server.terminate()
        cls.server.wait()
        cls.hub.shutdown()
        cls.hub.server_close()

    def ask(self, sent=None):
        """Asks as the hub does; `sent` is what arrives in place of what was signed."""
        body = json.dumps({"query": QUERY}).encode()
        digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
        headers = {"content-type": "application/json", "content-digest": f"sha-256=:{digest}:"}
        message = SimpleNamespace(method="POST", url=f"{self.url}/graphql", headers=headers)
        signer = HTTPMessageSigner(signature_algorithm=algorithms.ED25519, key_resolver=HubKey())
        signer.sign(
            message,
            key_id="hub-1",
            created=datetime.now(),
            expires=datetime.now() + timedelta(seconds=60),
            nonce=str(uuid.uuid4()),
            tag="throughline-partner",
            label="hub",
            covered_component_ids=(
                "@method",
                "@authority",
                "@path",
                "content-type",
                "content-digest",
            ),
        )
        return send(message.url, sent or body, headers)

    def test_answers_the_hub_and_null_for_what_it_does_not_know(self):
        status, answer = self.ask()
        known = {"id": "sme_syn000000000", "myCollegeApprentices": 3}
        data = {"myCollege": {"name": "My College (made up)"}, "_entities": [known, None]}
        self.assertEqual((status, answer), (200, {"data": data}))

    def test_answers_nobody_else_and_nothing_that_was_changed_on_the_way(self):
        changed = b'{"query":"{ __typename }"}'
        headers = {"content-type": "application/json"}
        self.assertEqual(send(f"{self.url}/graphql", changed, headers)[0], 401)
        self.assertEqual(self.ask(sent=changed)[0], 401)

    def test_tells_whoever_watches_it_that_it_lives(self):
        self.assertEqual(send(f"{self.url}/health"), (200, {"status": "ok"}))


if __name__ == "__main__":
    unittest.main()
