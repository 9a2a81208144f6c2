import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import {
	buildSchema,
	type GraphQLObjectType,
	getNamedType,
	isLeafType,
	isObjectType,
} from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSignIn, type SignIn } from "../../gateway/session/sign-in.ts";
import { developmentIssuer, developmentToken } from "../../gateway/viewer/development.ts";
import { viewersOf } from "../../gateway/viewer/verify.ts";
import { createLog } from "../../shared/log.ts";
import { type Actor, claimsOf } from "../../shared/viewer/viewer.ts";
import { argumentsOf, everything } from "../support/every-field.ts";
import { get } from "../support/http.ts";
import { type Hub, seededFolder, startEmbedded } from "../support/hub.ts";
import { ADMIN } from "../support/registry-fixture.ts";
import { ELSEWHERE, MANAGER, OFFICE, STAFF } from "../support/viewers.ts";

/** Everybody who may ask; the public has no token. */
const ACTORS: Record<string, Actor> = {
	"staff of ga-mep": STAFF,
	"staff of oh-mep": { role: "FIELD_STAFF", subject: "staff-2", center: "oh-mep" },
	"manager of ga-mep": MANAGER,
	"manager of oh-mep": ELSEWHERE,
	office: OFFICE,
	"partner with a grant": { role: "PARTNER", subject: "partner-1", organization: "granted" },
	"partner without": { role: "PARTNER", subject: "partner-2", organization: "plain" },
	admin: ADMIN,
};
const EVERYBODY = ["public", ...Object.keys(ACTORS)];
/** Root fields that report what was asked, and so change with every question. */
const ABOUT_USE = ["recordedOperations", "partnerUsage", "partnerStanding"];

/** What the pages of the hub send. */
const OWN_PAGE = { "sec-fetch-site": "same-origin", "apollo-require-preflight": "1" };

let dataDir: string;
let hub: Hub;
let questions: string[];
const headersOf: Record<string, Record<string, string>> = { public: {} };
/** The same viewers by the cookie of a session. */
const cookiesOf: typeof headersOf = { public: { cookie: "theme=dark", ...OWN_PAGE } };
let signIn: SignIn | undefined;
/** Viewer → question → the answer of a hub that only this viewer has ever asked. */
const expected: Record<string, Map<string, string>> = {};

const JSON_TYPE = { "content-type": "application/json" };
const post = (url: string, query: string, headers: Record<string, string>) =>
	get(`${url}/graphql`, { ...JSON_TYPE, ...headers }, "POST", JSON.stringify({ query }));
const pathOf = (query: string) => `/graphql?query=${encodeURIComponent(query)}`;
function hashPath(query: string, withText: boolean): string {
	const sha256Hash = createHash("sha256").update(query).digest("hex");
	const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash } });
	return `${withText ? `${pathOf(query)}&` : "/graphql?"}extensions=${encodeURIComponent(extensions)}`;
}

async function change(who: string, mutation: string) {
	const { text } = await post(hub.url, `mutation { made: ${mutation} }`, headersOf[who] ?? {});
	const { data, errors } = JSON.parse(text);
	expect(errors, mutation).toBeUndefined();
	return data.made;
}

/** An approved, confidential engagement of a center; returns the ids of the manufacturer and of the engagement. */
async function engage(center: "ga-mep" | "oh-mep", people: number, smeId?: string) {
	const who = `manager of ${center}`;
	const sme =
		smeId ??
		(
			await change(
				who,
				`registerSme(input: { clientMutationId: "s${people}", name: "Works ${people}", state: "US-GA", naics: "332111" }) { sme { id } }`,
			)
		).sme.id;
	const { id } = await change(
		who,
		`logEngagement(input: { clientMutationId: "e${people}", smeId: "${sme}", kind: TRAINING, startedOn: "2023-02-03", peopleTrained: ${people} }) { id }`,
	);
	for (const [step, revision] of Object.entries({ submit: 1, approve: 2 }))
		await change(who, `${step}Engagement(id: "${id}", revision: ${revision}) { id }`);
	return { sme, id };
}

/** Every query of the graph with all its fields, and totals and records in several ways. */
function questionsAbout(records: Array<{ sme: string; id: string }>): string[] {
	const root = buildSchema(readFileSync("docs/api.graphql", "utf8")).getQueryType();
	const [{ sme, id }] = records as [{ sme: string; id: string }];
	const all = Object.values((root as GraphQLObjectType).getFields())
		.filter(({ name }) => !ABOUT_USE.includes(name))
		.flatMap((field) => {
			const type = getNamedType(field.type);
			const below = isLeafType(type) ? [""] : ["{ id }"];
			// Its own scalars alone too: one field that is not cacheable hides what is said of the others.
			const selections = isObjectType(type)
				? [0, 1].map((depth) => everything(type, depth))
				: below;
			return selections.map((selection) =>
				`{ ${field.name}${argumentsOf(field.args)} ${selection} }`.replaceAll(
					"$id",
					JSON.stringify(sme),
				),
			);
		});
	const totals = ["KIND", "CENTER", "SME_STATE", "SME"].flatMap((by) => [
		`{ traceTotals(by: [${by}]) { kind smeState center { id } sme { name } smeCount engagementCount peopleTrained } }`,
		`{ traceTotals(by: [${by}], where: { kinds: [TRAINING], smeStates: ["US-GA"] }) { smeCount engagementCount outcomes { metric } } }`,
	]);
	return [
		...all,
		...totals,
		`{ node(id: "${id}") { id ... on Engagement { peopleTrained sme { name } } } }`,
		"{ engagements(first: 200) { totalCount nodes { id peopleTrained } } }",
		"{ institutes(first: 5) { totalCount nodes { name networks { name } facilities { name } } } }",
		"{ mepCenters(first: 5) { totalCount nodes { name awards { amount { amount } } embeddings { id } } } }",
		'{ mepCenter(id: "ga-mep") { name traces { totalCount nodes { sme { name } } } } }',
		"{ institutes(first: 2) { nodes { name engagements { totalCount } } } }",
	];
}

beforeAll(async () => {
	dataDir = await seededFolder();
	for (const [who, actor] of Object.entries(ACTORS))
		headersOf[who] = { authorization: `Bearer ${await developmentToken(dataDir, actor, 1)}` };
	hub = await startEmbedded(dataDir);
	const records = [
		await engage("ga-mep", 1001),
		await engage("ga-mep", 1002),
		await engage("oh-mep", 2001),
	];
	for (const [index, partner] of ["granted", "plain"].entries())
		await change(
			"admin",
			`registerPartner(input: { id: "${partner}", name: "${partner}", contacts: [{ email: "a@${partner}.example" }], key: ${JSON.stringify(
				JSON.stringify({
					kty: "OKP",
					crv: "Ed25519",
					x: Buffer.alloc(32, index + 7).toString("base64url"),
				}),
			)} }) { id }`,
		);
	await change(
		"office",
		'grantPartner(input: { partnerId: "granted", kind: REQUIRES_FIELD, type: "Sme", field: "state", purpose: "advice to makers nearby", consumer: "advisers" }) { id }',
	);
	await hub.close();
	questions = questionsAbout(records);
	for (const who of EVERYBODY) {
		const alone = await startEmbedded(dataDir);
		const answers = new Map<string, string>();
		for (const query of questions)
			answers.set(query, (await post(alone.url, query, headersOf[who] ?? {})).text);
		expected[who] = answers;
		await alone.close();
	}
	const readViewer = viewersOf(await developmentIssuer(dataDir));
	const config = { dataDir, sessionHours: 12, production: false };
	signIn = await openSignIn(config, readViewer, createLog("silent"));
	hub = await startEmbedded(dataDir, undefined, undefined, undefined, undefined, signIn);
	for (const [who, actor] of Object.entries(ACTORS)) {
		const body = JSON.stringify(claimsOf(actor));
		const headers = { ...OWN_PAGE, ...JSON_TYPE };
		const made = await get(`${hub.url}/session/development`, headers, "POST", body);
		const [cookie = ""] = String(made.headers["set-cookie"]).split(";");
		cookiesOf[who] = { cookie, ...OWN_PAGE };
	}
}, 600_000);
afterAll(async () => {
	await hub.close();
	await signIn?.close();
});

const answerTo = (who: string, query: string) => expected[who]?.get(query);

it("viewers are answered differently, so that a mistake would be seen", () => {
	for (const [index, one] of EVERYBODY.entries())
		for (const other of EVERYBODY.slice(0, index)) {
			const differ = questions.filter((query) => answerTo(one, query) !== answerTo(other, query));
			// Staff and manager of one center see the same records.
			const isSame = one.slice(-6) === other.slice(-6) && one.includes(" of ");
			if (!isSame) expect(differ.length, `${one} and ${other}`).toBeGreaterThan(0);
		}
	const errors = [...(expected.office?.values() ?? [])].filter((text) => text.includes("errors"));
	expect(errors.length).toBeLessThan(questions.length / 3);
});

describe("all viewers at once", () => {
	/**
	 * Sends each question of all viewers at once, each by token and by session; in another order for each question.
	 */
	async function checkAll(
		send: (query: string, headers: Record<string, string>, who: string) => ReturnType<typeof get>,
	): Promise<void> {
		for (const [index, query] of questions.entries()) {
			const turned = EVERYBODY.slice(index % EVERYBODY.length);
			const order = [...turned, ...EVERYBODY].map((who, place) => {
				const by = place % 2 ? headersOf : cookiesOf;
				return { who, headers: by[who] ?? {} };
			});
			await Promise.all(
				order.map(async ({ who, headers }) => {
					const { text } = await send(query, headers, who);
					expect(text, `${who}: ${query}`).toBe(answerTo(who, query));
				}),
			);
		}
	}

	it("get their own answers by POST, first and from what is kept", async () => {
		await checkAll((query, headers) => post(hub.url, query, headers));
	}, 240_000);

	it("get their own answers by hash", async () => {
		for (const query of questions) await get(hub.url + hashPath(query, true));
		await checkAll((query, headers) => get(hub.url + hashPath(query, false), headers));
	}, 240_000);

	it("get their own answers through a shared cache, even one that ignores Vary", async () => {
		const kept = new Map<string, Promise<Awaited<ReturnType<typeof get>>>>();
		let hits = 0;
		const throughCache = async (query: string, headers: Record<string, string>) => {
			const path = pathOf(query);
			const stored = await kept.get(path);
			if (stored?.headers["cache-control"]?.includes("public")) {
				hits++;
				return stored;
			}
			const fresh = get(hub.url + path, headers);
			if (String((await fresh).headers["cache-control"]).startsWith("public"))
				kept.set(path, fresh);
			return fresh;
		};
		for (let round = 0; round < 2; round++) await checkAll(throughCache);
		expect(hits).toBeGreaterThan(50);
	}, 240_000);

	it("a tag of one viewer's answer matches no other's", async () => {
		for (const query of questions) {
			const { headers } = await get(hub.url + pathOf(query));
			if (!headers.etag) continue;
			for (const who of EVERYBODY.slice(1)) {
				for (const by of [headersOf, cookiesOf]) {
					const condition = { "if-none-match": String(headers.etag), ...by[who] };
					const { status, text } = await get(hub.url + pathOf(query), condition);
					expect([who, status, text]).toEqual([who, 200, answerTo(who, query)]);
				}
			}
		}
	}, 240_000);
});

it("only what is the same for every viewer is public; with a token or a session nothing is stored", async () => {
	let shared = 0;
	for (const query of questions) {
		const { headers } = await get(hub.url + pathOf(query));
		const kept = String(headers["cache-control"]);
		expect(kept).toMatch(/^(public, max-age=\d+, stale|private, no-(cache|store)$)/);
		if (kept.startsWith("public")) {
			shared++;
			expect(headers.etag).toBeDefined();
			for (const who of EVERYBODY) expect(answerTo(who, query)).toBe(answerTo("public", query));
		}
		for (const by of [headersOf, cookiesOf]) {
			const answer = await get(hub.url + pathOf(query), by.office);
			expect(answer.headers["cache-control"]).toBe("private, no-store");
			expect(answer.headers.etag).toBeUndefined();
		}
	}
	expect(shared).toBeGreaterThan(8);
});

it("after a change, each viewer's totals are their own at once", async () => {
	const query = "{ traceTotals(by: [KIND], where: { kinds: [TRAINING] }) { engagementCount } }";
	const counts = () =>
		Promise.all(
			EVERYBODY.map(async (who) => {
				const { text } = await post(hub.url, query, headersOf[who] ?? {});
				return JSON.parse(text).data.traceTotals[0].engagementCount as number;
			}),
		);
	const before = await counts();
	await engage("ga-mep", 1003);
	const after = await counts();
	const sees = (who: string) => (who === "office" || who.endsWith("ga-mep") ? 1 : 0);
	expect(after.map((count, index) => count - (before[index] ?? 0))).toEqual(EVERYBODY.map(sees));
	expect(await counts()).toEqual(after);
});
