import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { generateKeyPair } from "jose";
import { startHub, startRegistry } from "./process.js";

let hub;
let registry;
before(async () => {
	hub = await startHub();
	registry = await startRegistry({ HUB_KEYS_URL: hub.keysUrl });
});
after(async () => {
	await registry.stop();
	hub.stop();
});

const QUERY = "{ credentialsRegistry { colleges { id } } }";

test("answers what the hub signed", async () => {
	const response = await hub.signed(registry.url, QUERY);
	assert.equal(response.status, 200);
	assert.equal((await response.json()).data.credentialsRegistry.colleges.length, 4);
});

const forged = [
	["an older one", { ageSeconds: 120 }, /too old/],
	["one from the future", { ageSeconds: -120 }, /created in the future/],
	[
		"one for another address",
		{ signedUrl: "http://127.0.0.1:1/graphql" },
		/Signature verification failed/,
	],
	[
		"one with another body",
		{ body: JSON.stringify({ query: "{ __typename }" }) },
		/Content-Digest: expected the sha-256 of the body/,
	],
	[
		"one that does not cover the body",
		{ components: ["@method", "@authority", "@path"] },
		/"content-digest" is absent/,
	],
	["one by a key that the hub does not publish", { keyid: "hub-2" }, /no applicable key/],
	["one made for something else", { tag: "other" }, /policy/i],
	[
		"one by another key under the hub's name",
		{ signWith: (await generateKeyPair("EdDSA")).privateKey },
		/Signature verification failed/,
	],
];
for (const [name, options, reason] of forged)
	test(`refuses ${name}, saying why`, async () => {
		const response = await hub.signed(registry.url, QUERY, options);
		assert.equal(response.status, 401);
		const { data, errors } = await response.json();
		assert.equal(data, undefined);
		assert.match(errors[0].message, reason);
	});

test("refuses the same request a second time", async () => {
	const nonce = "once";
	assert.equal((await hub.signed(registry.url, QUERY, { nonce })).status, 200);
	const again = await hub.signed(registry.url, QUERY, { nonce });
	assert.equal(again.status, 401);
	assert.match((await again.json()).errors[0].message, /sent before/);
});

test("refuses what nobody signed, also in a query of the address", async () => {
	assert.equal((await fetch(`${registry.url}?query={__typename}`)).status, 401);
});

test("does not start without the hub's keys, unless told to answer anybody", async () => {
	await assert.rejects(startRegistry({ HUB_KEYS_URL: "" }), /ended before it was ready/);
});
