import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startRegistry } from "./process.js";

let registry;
before(async () => {
	registry = await startRegistry({ ALLOW_UNSIGNED: "1" });
});
after(() => registry.stop());

async function ask(query, variables) {
	const response = await fetch(registry.url, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ query, variables }),
	});
	return response.json();
}

const ENTITIES = `query($of: [_Any!]!) {
	_entities(representations: $of) {
		... on Sme { id credentialAwards { year people synthetic credential { id name synthetic awardedBy { name synthetic } } } }
		... on Course { id relatedCredentials { id subject synthetic } }
		... on Credential { id name }
	}
}`;

test("says in the answer that its data is synthetic, on every record", async () => {
	const { data } = await ask(
		"{ credentialsRegistry { about colleges { name synthetic } credentials(first: 100) { totalCount nodes { name synthetic } } } }",
	);
	const { about, colleges, credentials } = data.credentialsRegistry;
	assert.match(about, /synthetic.*none of them exists/);
	assert.equal(credentials.nodes.length, credentials.totalCount);
	for (const { name, synthetic } of [...colleges, ...credentials.nodes]) {
		assert.match(name, / \(synthetic\)$/);
		assert.equal(synthetic, true);
	}
});

test("answers entities in the order asked: known ones by their key, unknown ones with null", async () => {
	const machining = "crs-iacmi-america-s-cutting-edge-ace-online-cnc-machining";
	const { data, errors } = await ask(ENTITIES, {
		of: [
			{ __typename: "Sme", id: "sme_syn000000000" },
			{ __typename: "Sme", id: "sme_vartega-inc-co" },
			{ __typename: "Course", id: machining },
			{ __typename: "Course", id: "crs-lift-operation-next-alabama" },
			{ __typename: "Credential", id: "cred_syn-east-machining-badge" },
			{ __typename: "Credential", id: "__proto__" },
		],
	});
	assert.equal(errors, undefined);
	const [sme, existing, course, otherCourse, credential, unknown] = data._entities;
	assert.equal(sme.id, "sme_syn000000000");
	assert.ok(sme.credentialAwards.length > 0);
	for (const award of sme.credentialAwards) {
		assert.equal(award.synthetic, true);
		assert.ok(award.people > 0 && award.credential.awardedBy.synthetic);
	}
	assert.equal(existing, null, "nothing is made up about a manufacturer that exists");
	assert.equal(course.id, machining);
	assert.deepEqual(
		new Set(course.relatedCredentials.map(({ subject }) => subject)),
		new Set(["MACHINING"]),
	);
	assert.equal(otherCourse, null);
	assert.deepEqual(credential, {
		id: "cred_syn-east-machining-badge",
		name: "machining badge (synthetic)",
	});
	assert.equal(unknown, null);
});

test("makes the same data each time", async () => {
	const query = { of: [{ __typename: "Sme", id: "sme_syn000000007" }] };
	const first = await ask(ENTITIES, query);
	await registry.stop();
	registry = await startRegistry({ ALLOW_UNSIGNED: "1" });
	assert.deepEqual(await ask(ENTITIES, query), first);
	assert.ok(first.data._entities[0].credentialAwards.length > 0);
});

test("lists credentials in pages that miss nothing and repeat nothing", async () => {
	const query =
		"query($after: String) { credentialsRegistry { credentials(first: 7, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } } }";
	const seen = [];
	let after = null;
	let total;
	for (let more = true; more; ) {
		const { nodes, pageInfo, totalCount } = (await ask(query, { after })).data.credentialsRegistry
			.credentials;
		seen.push(...nodes.map(({ id }) => id));
		({ hasNextPage: more, endCursor: after } = pageInfo);
		total = totalCount;
	}
	assert.equal(seen.length, total);
	assert.deepEqual(seen, [...new Set(seen)].sort());
});

test("refuses pages and cursors that make no sense, saying why", async () => {
	const refused = async (args) => {
		const { errors } = await ask(`{ credentialsRegistry { credentials(${args}) { totalCount } } }`);
		return [errors[0].message, errors[0].extensions.code];
	};
	assert.deepEqual(await refused("first: 101"), [
		"first: expected 1 to 100, got 101",
		"BAD_USER_INPUT",
	]);
	assert.deepEqual(await refused('after: "x"'), [
		"after: no cursor of this list",
		"BAD_USER_INPUT",
	]);
});
