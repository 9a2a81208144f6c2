import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { createSignature, webcrypto } from "http-message-sig";
import { exportJWK, generateKeyPair } from "jose";

const { privateKey, publicKey } = await generateKeyPair("EdDSA", { extractable: true });
const jwk = { ...(await exportJWK(publicKey)), kid: "hub-1", alg: "EdDSA", use: "sig" };
// Stands for the hub, which publishes its keys.
const keys = createServer((_, response) => response.end(JSON.stringify({ keys: [jwk] })));

let child;
let url;
before(async () => {
	keys.listen(0, "127.0.0.1");
	await once(keys, "listening");
	child = spawn(process.execPath, ["server.js"], {
		cwd: fileURLToPath(new URL("..", import.meta.url)),
		env: { ...process.env, PORT: "0", HUB_KEYS_URL: `http://127.0.0.1:${keys.address().port}/` },
		stdio: ["ignore", "pipe", "inherit"],
	});
	for await (const chunk of child.stdout) {
		url = /ready: (http\S+)/.exec(chunk)?.[1];
		if (url) break;
	}
});
after(() => {
	child.kill();
	keys.close();
});

const QUERY = `{
	myCollege { name }
	_entities(representations: [
		{ __typename: "Sme", id: "sme_syn000000000" }
		{ __typename: "Sme", id: "sme_nobody" }
	]) { ... on Sme { id myCollegeApprentices } }
}`;

/** Asks as the hub does; `sent` is what arrives in place of what was signed. */
async function ask({ sent } = {}) {
	const body = JSON.stringify({ query: QUERY });
	const digest = createHash("sha256").update(body).digest("base64");
	const headers = { "content-type": "application/json", "content-digest": `sha-256=:${digest}:` };
	const { signature, signatureInput } = await createSignature(
		new Request(url, { method: "POST", headers }),
		{
			label: "hub",
			components: ["@method", "@authority", "@path", "content-type", "content-digest"],
			parameters: {
				created: Math.floor(Date.now() / 1000),
				keyid: "hub-1",
				nonce: randomUUID(),
				alg: "ed25519",
				tag: "throughline-partner",
			},
			signer: webcrypto.signer(privateKey),
		},
	);
	const signed = { ...headers, signature, "signature-input": signatureInput };
	return fetch(url, { method: "POST", headers: signed, body: sent ?? body });
}

test("answers the hub for the manufacturers it knows, and null for others", async () => {
	const response = await ask();
	assert.deepEqual(await response.json(), {
		data: {
			myCollege: { name: "My College (made up)" },
			_entities: [{ id: "sme_syn000000000", myCollegeApprentices: 3 }, null],
		},
	});
});

test("answers nobody else, and nothing that was changed on the way", async () => {
	const headers = { "content-type": "application/json" };
	const unsigned = await fetch(url, { method: "POST", headers, body: `{"query":"{__typename}"}` });
	assert.equal(unsigned.status, 401);
	assert.equal((await ask({ sent: `{"query":"{__typename}"}` })).status, 401);
});

test("tells whoever watches it that it lives", async () => {
	const response = await fetch(new URL("/health", url));
	assert.deepEqual([response.status, await response.json()], [200, { status: "ok" }]);
});
