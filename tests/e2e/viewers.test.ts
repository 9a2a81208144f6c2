import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { developmentToken } from "../../gateway/viewer/development.ts";
import { viewersOf } from "../../gateway/viewer/verify.ts";
import { readSignedViewer, signViewer, VIEWER_HEADER } from "../../shared/viewer/signed-header.ts";
import { PUBLIC } from "../../shared/viewer/viewer.ts";
import {
	ask,
	type Hub,
	seededFolder,
	serve,
	startEmbedded,
	startProcesses,
} from "../support/hub.ts";
import { HUB_PROGRAM } from "../support/paths.ts";
import { MANAGER, OFFICE, STAFF } from "../support/viewers.ts";

type Key = {
	publicKey: JWK;
	sign(claims: object, alg?: string, expires?: string): Promise<string>;
};

async function keyOf(kid: string, alg = "ES256"): Promise<Key> {
	const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
	return {
		publicKey: { ...(await exportJWK(publicKey)), kid, alg },
		sign: (claims, as = alg, expires = "5m") =>
			new SignJWT({ iss: "https://issuer.example", aud: "hub", ...claims })
				.setProtectedHeader({ alg: as, kid })
				.setExpirationTime(expires)
				.sign(privateKey),
	};
}

describe("a bearer token", () => {
	const staff = { sub: "staff-1", role: "FIELD_STAFF", center: "ga-mep" };
	let one: Key;
	let served: JWK[];
	let read: ReturnType<typeof viewersOf>;
	let asked = 0;
	const server = createServer((_, response) => {
		asked++;
		response.end(JSON.stringify({ keys: served }));
	});
	beforeAll(async () => {
		one = await keyOf("one");
		served = [one.publicKey];
		await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
		const { port } = server.address() as { port: number };
		read = viewersOf({
			issuer: "https://issuer.example",
			audience: "hub",
			jwks: { url: `http://127.0.0.1:${port}/jwks` },
		});
	});
	afterAll(() => server.close());
	const bearer = async (token: Promise<string>) => read(`Bearer ${await token}`);
	const refusal = (token: Promise<string>) =>
		bearer(token).then(
			() => "accepted",
			(error: Error & { extensions: { code: string } }) =>
				`${error.extensions.code}: ${error.message}`,
		);

	it("gives a viewer with its claims; without one, the viewer is the public", async () => {
		expect(await bearer(one.sign(staff))).toEqual({
			role: "FIELD_STAFF",
			subject: "staff-1",
			center: "ga-mep",
		});
		expect(await read(undefined)).toEqual({ role: "PUBLIC" });
	});

	it.each([
		[
			"another issuer",
			(key: Key) => key.sign({ ...staff, iss: "https://else.example" }),
			/claim "iss" is wrong/,
		],
		["another audience", (key: Key) => key.sign({ ...staff, aud: "shop" }), /claim "aud" is wrong/],
		[
			"its expiry past",
			(key: Key) => key.sign(staff, "ES256", "-1m"),
			/has expired; get a new one/,
		],
		["no center", (key: Key) => key.sign({ ...staff, center: undefined }), /claim "center"/],
		["a role nobody has", (key: Key) => key.sign({ ...staff, role: "KING" }), /claim "role"/],
		["the role PUBLIC", (key: Key) => key.sign({ ...staff, role: "PUBLIC" }), /claim "role"/],
	])("with %s is rejected", async (_, make, reason) => {
		const refused = await refusal(make(one));
		expect(refused).toMatch(/^UNAUTHENTICATED: /);
		expect(refused).toMatch(reason);
	});

	it("may have its claims under other names, and only under these", async () => {
		const url = "https://hub.example/";
		const claims = { role: `${url}role`, center: `${url}center`, organization: `${url}org` };
		const file = join(mkdtempSync(join(tmpdir(), "jwks-")), "jwks.json");
		writeFileSync(file, JSON.stringify({ keys: [one.publicKey] }));
		const named = viewersOf({
			issuer: "https://issuer.example",
			audience: "hub",
			jwks: { file },
			claims,
		});
		const token = async (more: object) => `Bearer ${await one.sign({ sub: "x", ...more })}`;
		const partner = { [claims.role]: "PARTNER", [claims.organization]: "acme" };
		expect(await named(await token(partner))).toEqual({
			role: "PARTNER",
			subject: "x",
			organization: "acme",
		});
		await expect(named(await token(staff))).rejects.toThrow(`claim "${claims.role}"`);
		const staffless = { [claims.role]: "FIELD_STAFF", center: "ga-mep" };
		await expect(named(await token(staffless))).rejects.toThrow(`claim "${claims.center}"`);
	});

	it("with no signature, a symmetric one or an unknown key is rejected", async () => {
		const plain = (header: object) =>
			[header, { ...staff, iss: "https://issuer.example", aud: "hub", exp: 9_999_999_999 }]
				.map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
				.join(".");
		expect(await refusal(Promise.resolve(`${plain({ alg: "none" })}.`))).toMatch(
			/^UNAUTHENTICATED/,
		);
		const secret = new TextEncoder().encode(JSON.stringify(one.publicKey));
		const symmetric = new SignJWT({ ...staff, iss: "https://issuer.example", aud: "hub" })
			.setProtectedHeader({ alg: "HS256", kid: "one" })
			.setExpirationTime("5m")
			.sign(secret);
		expect(await refusal(symmetric)).toMatch(/^UNAUTHENTICATED/);
		expect(await refusal((await keyOf("one")).sign(staff))).toMatch(/its signature is wrong/);
		for (const header of ["Basic abc", "Bearer", "Bearer a b"])
			await expect(read(header)).rejects.toThrow(/Authorization: Bearer/);
	});

	it("is verified with the issuer's cached keys, and with new ones after key rotation", async () => {
		for (let index = 0; index < 5; index++) await bearer(one.sign(staff));
		expect(asked).toBe(1);
		const two = await keyOf("two");
		served = [two.publicKey];
		vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 11_000 });
		expect(await bearer(two.sign(staff))).toMatchObject({ subject: "staff-1" });
		expect(asked).toBe(2);
		expect(await refusal(one.sign(staff))).toMatch(/signed with an unknown key/);
		vi.useRealTimers();
	});

	it("is UNAVAILABLE, not rejected, while the issuer's keys cannot be fetched", async () => {
		const lost = viewersOf({
			issuer: "https://issuer.example",
			audience: "hub",
			jwks: { url: "http://127.0.0.1:9/jwks" },
		});
		await expect(lost(`Bearer ${await one.sign(staff)}`)).rejects.toMatchObject({
			extensions: { code: "UNAVAILABLE" },
		});
	});
});

describe("the signed viewer header for subgraphs", () => {
	const secret = ["a secret that gateway and subgraphs share"] as const;
	it("is the viewer for a minute, and the public after that, with another secret or if changed", async () => {
		const signed = (await signViewer(STAFF, secret)) ?? "";
		expect(await readSignedViewer(signed, secret)).toEqual(STAFF);
		expect(await readSignedViewer(signed, [`${secret[0]}!`])).toEqual(PUBLIC);
		const [header, claims, signature] = signed.split(".") as [string, string, string];
		const office = Buffer.from(
			JSON.stringify({
				...JSON.parse(Buffer.from(claims, "base64url").toString()),
				role: "PROGRAM_OFFICE",
			}),
		).toString("base64url");
		expect(await readSignedViewer([header, office, signature].join("."), secret)).toEqual(PUBLIC);
		vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 62_000 });
		expect(await readSignedViewer(signed, secret)).toEqual(PUBLIC);
		vi.useRealTimers();
		expect(await signViewer(PUBLIC, secret)).toBeUndefined();
	});

	it("counts with either of two secrets while one takes the other's place, and a refused one is told", async () => {
		const [old, next, other] = ["o", "n", "x"].map((letter) => letter.repeat(32));
		const refused = vi.fn();
		const read = (signed: string | undefined, ...[first = "", ...more]: string[]) =>
			readSignedViewer(signed, [first, ...more], refused);
		// Before, while all parts learn the new one, while it signs, and after.
		const steps = [[old], [old, next], [next, old], [next]] as string[][];
		for (const [index, mine] of steps.entries())
			for (const theirs of steps.slice(Math.max(0, index - 1), index + 2)) {
				const signed = await signViewer(STAFF, mine as [string]);
				expect([mine, theirs, await read(signed, ...theirs)]).toEqual([mine, theirs, STAFF]);
			}
		expect(refused).not.toHaveBeenCalled();
		expect(await read(undefined, old as string)).toEqual(PUBLIC);
		expect(refused).not.toHaveBeenCalled();
		const forged = await signViewer(STAFF, [other as string]);
		expect(await read(forged, old as string, next as string)).toEqual(PUBLIC);
		expect(refused).toHaveBeenCalledTimes(1);
	});
});

describe("the hub", () => {
	let dataDir: string;
	let embedded: Hub;
	let processes: Awaited<ReturnType<typeof startProcesses>>;
	beforeAll(async () => {
		dataDir = await seededFolder();
		embedded = await startEmbedded(dataDir);
		processes = await startProcesses(dataDir);
	});
	afterAll(async () => {
		await embedded.close();
		await processes.close();
	});
	const LOG =
		'mutation { logEngagement(input: { clientMutationId: "m1", smeId: "sme_windham-castings-ga", kind: ASSISTANCE, startedOn: "2024-05", practice: "LEAN" }) { id status center { name } } }';

	it("serves staff in one process and as four, and trusts only the gateway", async () => {
		const staff = await developmentToken(dataDir, STAFF, 1);
		const one = await ask(embedded, LOG, {}, { authorization: `Bearer ${staff}` });
		const four = await ask(processes, LOG, {}, { authorization: `Bearer ${staff}` });
		expect(one.body).toMatchObject({
			data: {
				logEngagement: {
					status: "DRAFT",
					center: { name: "Georgia Manufacturing Extension Partnership" },
				},
			},
		});
		expect(four.body).toEqual(one.body);
		const id = (one.body.data as unknown as { logEngagement: { id: string } }).logEngagement.id;
		const query = `{ engagement(id: "${id}") { id } engagements(first: 200) { totalCount } }`;
		const manager = await developmentToken(dataDir, MANAGER, 1);
		expect(
			(await ask(processes, query, {}, { authorization: `Bearer ${manager}` })).body.data,
		).toEqual({
			engagement: { id },
			engagements: { totalCount: 86 },
		});
		const typed = { [VIEWER_HEADER]: JSON.stringify(OFFICE), "x-role": "PROGRAM_OFFICE" };
		for (const headers of [
			typed,
			{
				[VIEWER_HEADER]:
					(await signViewer(OFFICE, ["a secret of somebody else, long enough"])) ?? "",
			},
		]) {
			// The subgraph directly, without the gateway.
			for (const url of [processes.url, processes.urls.engagements ?? ""])
				expect((await ask({ url }, query, {}, headers)).body.data).toEqual({
					engagement: null,
					engagements: { totalCount: 85 },
				});
		}
	});

	it("rejects an invalid token with 401 and a reason", async () => {
		for (const hub of [embedded, processes]) {
			const { status, body } = await ask(
				hub,
				"{ __typename }",
				{},
				{ authorization: "Bearer nonsense" },
			);
			expect([status, body.errors?.[0]?.extensions.code]).toEqual([401, "UNAUTHENTICATED"]);
		}
	});

	it("prints a development token and nothing else", () => {
		const run = (env: Record<string, string>, ...args: string[]) =>
			spawnSync(process.execPath, [...HUB_PROGRAM, "token", ...args], {
				env: { ...process.env, HUB_DATA_DIR: dataDir, ...env },
				encoding: "utf8",
			});
		const staff = ["--role", "FIELD_STAFF", "--center", "ga-mep", "--subject", "staff-1"];
		expect(run({}, ...staff).stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
		expect(run({}, "--role", "FIELD_STAFF", "--subject", "staff-1").stderr).toMatch(
			/claim "center"/,
		);
		expect(run({ NODE_ENV: "production" }, ...staff)).toMatchObject({ status: 1, stdout: "" });
	});

	it("in production starts only with a configured issuer and secret, and reports what is missing", async () => {
		const production = { NODE_ENV: "production", HUB_DATA_DIR: dataDir };
		const urls =
			"institutes=http://127.0.0.1:1,mep=http://127.0.0.1:1,engagements=http://127.0.0.1:1";
		const secret = "x".repeat(32);
		await expect(serve("institutes", production)).rejects.toThrow(
			/HUB_INTERNAL_SECRET: is missing/,
		);
		await expect(
			serve("gateway", { ...production, HUB_SUBGRAPH_URLS: urls, HUB_INTERNAL_SECRET: secret }),
		).rejects.toThrow(/HUB_ISSUER, HUB_AUDIENCE and HUB_JWKS_URL or HUB_JWKS_FILE: are missing/);
		await expect(
			serve("institutes", { ...production, HUB_INTERNAL_SECRET: "short" }),
		).rejects.toThrow(/HUB_INTERNAL_SECRET: is shorter than 32 characters/);
		await expect(
			serve("institutes", {
				...production,
				HUB_INTERNAL_SECRET: secret,
				HUB_ISSUER: "https://issuer.example",
			}),
		).rejects.toThrow(
			/HUB_AUDIENCE, HUB_JWKS_URL or HUB_JWKS_FILE: is missing; set all three or none/,
		);
		const file = join(mkdtempSync(join(tmpdir(), "jwks-")), "jwks.json");
		writeFileSync(file, JSON.stringify({ keys: [(await keyOf("k")).publicKey] }));
		const { url, child } = await serve("institutes", {
			...production,
			HUB_INTERNAL_SECRET: secret,
		});
		expect(
			(await ask({ url: url.replace("/graphql", "") }, "{ institutes { totalCount } }")).body.data,
		).toEqual({
			institutes: { totalCount: 22 },
		});
		child.kill("SIGTERM");
	});
});
