import { generateKeyPairSync } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { parse } from "graphql";
import { afterAll, beforeAll, expect, it } from "vitest";
import { partnerPoster } from "../../gateway/partners/transport/post.ts";
import { looseSchema } from "../../subgraphs/registry/check/loose-schema.ts";
import { probe, type Sample } from "../../subgraphs/registry/check/probe.ts";
import { probePlan } from "../../subgraphs/registry/check/probe-plan.ts";
import { DEFAULT_QUOTA } from "../../subgraphs/registry/partner/rules.ts";
import { type PartnerServer, saying, startPartner } from "../support/partner-server.ts";
import { GOOD } from "../support/registry-fixture.ts";

type Asked = { id: string; __typename: string };

let server: PartnerServer;
const poster = partnerPoster();
beforeAll(async () => {
	server = await startPartner(GOOD, {
		Sme: {
			__resolveReference: ({ id }: Asked) =>
				id.startsWith("hub-probe")
					? null
					: { id, collegeCredentials: [{ id: "c", title: "Welding" }] },
		},
		Credential: { __resolveReference: () => null },
	});
});
afterAll(async () => {
	await poster.close();
	await server.close();
});

const { privateKey } = generateKeyPairSync("ed25519");
const key = {
	kid: "hub",
	privateKey,
	publicJwk: { kty: "OKP", crv: "Ed25519", x: "x", kid: "hub", alg: "EdDSA", use: "sig" },
} as const;
const document = parse(GOOD);
const plan = probePlan(document, looseSchema(document));

async function probed(samples: Sample[] = [], quota = {}, url = server.url, production = false) {
	const findings = await probe(
		{
			url,
			hosts: [],
			quota: { ...DEFAULT_QUOTA, ...quota },
			production,
			key,
			post: poster.post,
			requestId: "test",
			samples,
		},
		plan,
	);
	return findings.map(
		({ severity, rule, place, message }) => `${severity} ${rule} ${place}: ${message}`,
	);
}

/** Answers each representation as `item` says, and all else as an honest server would. */
function answering(item: (asked: Asked, index: number) => unknown, wait = 0): void {
	server.behave(async (request, response) => {
		const { variables } = server.asked.at(-1)?.body ?? {};
		await sleep(wait);
		const representations = (variables?.representations ?? []) as Asked[];
		const _entities = representations.map((asked, index) =>
			asked.__typename === "Sme" ? item(asked, index) : null,
		);
		saying({ data: { __typename: "Query", _entities } })(request, response);
	});
}

it("an honest server passes, with samples and without; each representation is a key and nothing else", async () => {
	server.behave(undefined);
	expect(await probed()).toEqual([]);
	server.asked.length = 0;
	expect(await probed([{ type: "Sme", id: "sme_1" }])).toEqual([]);
	expect(await probed([{ type: "Sme", id: "hub-probe" }])).toEqual([
		"WARNING PROBE_SAMPLE Sme: 1 of the 1 samples you gave are answered by null",
	]);
	const sent = server.asked.flatMap(
		({ body }) => (body.variables?.representations ?? []) as object[],
	);
	expect(sent.length).toBeGreaterThan(50);
	expect(sent.every((one) => Object.keys(one).sort().join() === "__typename,id")).toBe(true);
	expect(server.asked.every(({ headers }) => headers.signature && !headers.authorization)).toBe(
		true,
	);
});

const credential = { id: "c", title: "Welding" };
it.each<[name: string, item: (asked: Asked, index: number) => unknown, finding: RegExp]>([
	[
		"other keys",
		() => ({ __typename: "Sme", id: "sme_9", collegeCredentials: [] }),
		/^ERROR PROBE_KEY Sme: Sme with id "hub-probe-.*" was answered by "sme_9"/,
	],
	["no keys", () => ({ __typename: "Sme", collegeCredentials: [] }), /^ERROR PROBE_KEY Sme/],
	[
		"another type",
		({ id }) => ({ __typename: "Course", id }),
		/^ERROR PROBE_KEY Sme: A representation of Sme was answered by a Course/,
	],
	["texts for objects", () => "Sme", /^ERROR PROBE_TYPES Sme: An item of _entities is "Sme"/],
	[
		"an object for a list",
		({ id }) => ({ __typename: "Sme", id, collegeCredentials: credential }),
		/^ERROR PROBE_TYPES Sme: Sme.collegeCredentials is .* expected a list/,
	],
	[
		"wrong scalars",
		({ id }) => ({ __typename: "Sme", id, collegeCredentials: [{ id: "c", title: 7 }] }),
		/^ERROR PROBE_TYPES Sme: Sme.*title is 7, expected String/,
	],
	[
		"null where there must be something",
		({ id }) => ({ __typename: "Sme", id, collegeCredentials: [{ id: null, title: "x" }] }),
		/^ERROR PROBE_TYPES Sme: Sme.*id is null, expected ID!/,
	],
	[
		"the same record twice differently",
		({ id }, index) => (index === 0 ? null : { __typename: "Sme", id, collegeCredentials: [] }),
		/^ERROR PROBE_ENTITIES Sme: The same representation/,
	],
])("finds a server that answers %s", async (_, item, finding) => {
	answering(item);
	expect(await probed()).toEqual([expect.stringMatching(finding)]);
});

it("finds a server that answers too few, with an error, too much, too late, or not at all", async () => {
	const data = (more: object) => saying({ data: { __typename: "Query", ...more } });
	server.behave(data({ _entities: [null] }));
	expect((await probed())[0]).toMatch(
		/PROBE_ENTITIES Sme: _entities answered 1 items to 52 representations/,
	);
	server.behave(saying({ data: { __typename: "Query" }, errors: [{ message: "no such id" }] }));
	expect((await probed())[0]).toMatch(
		/PROBE_ENTITIES Sme: _entities of Sme answered no list, but: no such id/,
	);
	server.behave(data({ _entities: ["x".repeat(2000)] }));
	expect((await probed([], { maxBytes: 1000 }))[0]).toMatch(/larger than 1000 bytes/);
	server.behave((_, response) =>
		response.writeHead(302, { location: "http://169.254.169.254/" }).end(),
	);
	expect((await probed())[0]).toMatch(/PROBE_UNREACHABLE the server: it redirects/);
	answering(() => null, 300);
	expect((await probed([], { timeoutMs: 100 }))[0]).toMatch(
		/PROBE_UNREACHABLE the server: no answer within 100 ms/,
	);
	expect((await probed([], { timeoutMs: 500 }))[0]).toMatch(
		/^WARNING PROBE_TIME Sme: 52 representations took 3\d\d ms of the 500 ms/,
	);
	server.behave(saying("<html>"));
	expect((await probed())[0]).toMatch(/PROBE_UNREACHABLE/);
	expect((await probed([], {}, "http://127.0.0.1:1/graphql"))[0]).toMatch(/PROBE_UNREACHABLE/);
	expect((await probed([], {}, server.url, true))[0]).toMatch(/PROBE_UNREACHABLE/);
});

it("knows what to ask, whether types are defined or extended", () => {
	const sdl = `${GOOD}
extend type Course @key(fields: "id") { id: ID! @external title: String @external collegeFit(of: Int!): Int collegeTitle: String @requires(fields: "title") collegeOpen: Boolean }
extend type Institute @key(fields: "id", resolvable: false) { id: ID! }
extend type Place @key(fields: "owner { id }") { owner: Credential collegeNear: Int }`;
	const other = parse(sdl);
	const told = probePlan(other, looseSchema(other)).map(({ type, key: by, shape }) => [
		type,
		by?.map(({ field }) => field) ?? null,
		shape.map(({ field }) => field),
	]);
	expect(told).toEqual([
		["Sme", ["id"], ["collegeCredentials"]],
		["Credential", ["id"], ["id", "title"]],
		["Course", ["id"], ["collegeOpen"]],
		["Place", null, ["owner", "collegeNear"]],
	]);
});
