import { generateKeyPairSync } from "node:crypto";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import type { Resolve } from "../../gateway/partners/transport/address.ts";
import { depthOf } from "../../gateway/partners/transport/json.ts";
import { partnerPoster } from "../../gateway/partners/transport/post.ts";
import { addressFault, checkedUrl } from "../../shared/partner-address.ts";
import type { HubKey } from "../../shared/registry.ts";

const { privateKey } = generateKeyPairSync("ed25519");
const key = { kid: "hub", privateKey, publicJwk: {} } as unknown as HubKey;
const quota = {
	timeoutMs: 5000,
	concurrency: 4,
	maxBytes: 1000,
	maxDepth: 10,
	requestsPerMinute: 60,
};

const hasty = { ...quota, timeoutMs: 300 };

const servers: Server[] = [];
let poster = partnerPoster();
afterEach(async () => {
	await poster.close();
	poster = partnerPoster();
	for (const server of servers.splice(0)) {
		server.closeAllConnections();
		server.close();
	}
});

async function listen(answer: RequestListener): Promise<number> {
	const server = createServer(answer);
	servers.push(server);
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	return (server.address() as AddressInfo).port;
}

const send = (
	url: string,
	more: { production?: boolean; hosts?: string[]; signal?: AbortSignal; quota?: typeof quota } = {},
) =>
	poster.post({
		url,
		body: { query: "{ x }" },
		requestId: "test",
		hosts: [],
		quota,
		production: false,
		key,
		...more,
	});

const JSON_TYPE = { "content-type": "application/json" };

describe("a partner's response", () => {
	const answering = async (answer: RequestListener) =>
		`http://127.0.0.1:${await listen(answer)}/graphql`;
	const saying = (body: string) =>
		answering((_, response) => response.writeHead(200, JSON_TYPE).end(body));

	it("is parsed if within the limits", async () => {
		const { status, body, bytes } = await send(await saying('{"data":{"x":1}}'));
		expect([status, body, bytes]).toEqual([200, { data: { x: 1 } }, 16]);
	});

	it("is aborted if it never ends, with or without a declared length", async () => {
		let sent = 0;
		let closed = false;
		const endless = await answering((_, response) => {
			response.on("close", () => {
				closed = true;
			});
			response.writeHead(200, JSON_TYPE);
			const more = () => {
				while (!response.destroyed && response.write("[".repeat(500))) sent += 500;
			};
			response.on("drain", more);
			more();
		});
		await expect(send(endless)).rejects.toThrow("the answer is larger than 1000 bytes");
		await expect.poll(() => closed).toBe(true);
		expect(sent).toBeLessThan(10_000_000);
		const told = await answering((_, response) =>
			response.writeHead(200, { ...JSON_TYPE, "content-length": 2 ** 31 }).write("{"),
		);
		await expect(send(told)).rejects.toThrow("the answer is larger than 1000 bytes");
	});

	it("is rejected if late, slow, compressed, too deep, not JSON, or polluting prototypes", async () => {
		await expect(send(await answering(() => undefined), { quota: hasty })).rejects.toThrow(
			"no answer within 300 ms",
		);
		const drips = await answering(async (_, response) => {
			response.writeHead(200, JSON_TYPE);
			while (!response.destroyed) {
				response.write(" ");
				await sleep(20);
			}
		});
		await expect(send(drips, { quota: hasty })).rejects.toThrow("no answer within 300 ms");
		const packed = await answering((_, response) =>
			response.writeHead(200, { ...JSON_TYPE, "content-encoding": "gzip" }).end("x"),
		);
		await expect(send(packed)).rejects.toThrow("compressed");
		await expect(send(await saying("[".repeat(11)))).rejects.toThrow("nested deeper than 10");
		await expect(send(await saying("<html>"))).rejects.toThrow("the answer is not JSON");
		for (const payload of [
			'{"data":{"__proto__":{"admin":true}}}',
			'{"data":{"\\u005f_proto__":{"admin":true}}}',
			'{"data":{"constructor":{"prototype":{"admin":true}}}}',
		])
			await expect(send(await saying(payload))).rejects.toThrow("tries to set a prototype");
		expect(({} as { admin?: boolean }).admin).toBeUndefined();
	});

	it("is cancelled with the caller's request", async () => {
		const silent = await answering(() => undefined);
		const stop = new AbortController();
		const sent = send(silent, { signal: stop.signal });
		setTimeout(() => stop.abort(new Error("suspended")), 30);
		await expect(sent).rejects.toThrow("suspended");
	});
});

describe("the address of a request", () => {
	it("never follows a redirect", async () => {
		let reached = 0;
		const secret = await listen((_, response) => {
			reached++;
			response.end("{}");
		});
		for (const status of [301, 302, 307, 308]) {
			const port = await listen((_, response) =>
				response.writeHead(status, { location: `http://127.0.0.1:${secret}/` }).end(),
			);
			await expect(send(`http://127.0.0.1:${port}/`)).rejects.toThrow(
				`it redirects (HTTP ${status})`,
			);
		}
		expect(reached).toBe(0);
	});

	it("is rejected if scheme, host or address is not the partner's or not public", () => {
		const hosts = [
			"api.example.org",
			"10.0.0.8",
			"[::ffff:127.0.0.1]",
			"169.254.169.254",
			"93.184.215.14",
		];
		expect(checkedUrl("https://api.example.org/graphql", hosts, true).hostname).toBe(
			"api.example.org",
		);
		expect(checkedUrl("https://93.184.215.14/", hosts, true).hostname).toBe("93.184.215.14");
		expect(checkedUrl("http://localhost:4010/", [], false).port).toBe("4010");
		for (const url of [
			"http://api.example.org/",
			"http://127.0.0.1:4010/",
			"https://127.0.0.1:4010/",
			"https://localhost/",
			"https://elsewhere.example/",
			"https://user:word@api.example.org/",
			"https://10.0.0.8/",
			"https://[::ffff:127.0.0.1]/",
			"https://169.254.169.254/latest/meta-data",
			"file:///etc/passwd",
			"nonsense",
		])
			expect(() => checkedUrl(url, hosts, true), url).toThrow();
	});

	it.each([
		"0.0.0.0",
		"10.1.2.3",
		"100.64.0.1",
		"127.0.0.1",
		"169.254.169.254",
		"172.16.0.1",
		"192.168.1.1",
		"224.0.0.1",
		"255.255.255.255",
		"::",
		"::1",
		"::ffff:10.0.0.1",
		"::ffff:7f00:1",
		"fe80::1",
		"fc00::1",
		"fd12::1",
		"ff02::1",
		"64:ff9b::7f00:1",
		"2002:7f00:1::",
		"2001:db8::1",
		"no address",
	])("is never %s", (address) => {
		expect(addressFault(address, false)).toBeDefined();
	});

	it("may be public, IPv4 or IPv6", () => {
		expect(addressFault("93.184.215.14", false)).toBeUndefined();
		expect(addressFault("2606:4700::6810:1", false)).toBeUndefined();
	});

	it("is the one that was checked: a name that later, or also, resolves to loopback is rejected", async () => {
		let reached = 0;
		const port = await listen((_, response) => {
			reached++;
			response.end("{}");
		});
		const answers = [
			[
				{ address: "93.184.215.14", family: 4 },
				{ address: "127.0.0.1", family: 4 },
			],
			[{ address: "127.0.0.1", family: 4 }],
			[{ address: "::1", family: 6 }],
			[],
		];
		const asked: string[] = [];
		const rebinding: Resolve = async (name) => {
			asked.push(name);
			return answers.shift() ?? [];
		};
		poster = partnerPoster(rebinding);
		const hosts = ["rebind.example"];
		for (const production of [true, true, true, true])
			await expect(send(`https://rebind.example:${port}/`, { hosts, production })).rejects.toThrow(
				/rebind\.example is refused: (127\.0\.0\.1 is not|::1 is not|it has no address)/,
			);
		expect([reached, asked.length]).toEqual([0, 4]);
	});

	it("is resolved once per connection", async () => {
		const port = await listen((_, response) => response.end('{"data":null}'));
		let connections = 0;
		servers.at(-1)?.on("connection", () => connections++);
		const asked: string[] = [];
		poster = partnerPoster(async (name) => {
			asked.push(name);
			return [{ address: "127.0.0.1", family: 4 }];
		});
		for (let round = 0; round < 3; round++) await send(`http://localhost:${port}/`);
		expect(connections).toBeGreaterThan(0);
		expect(asked).toEqual(Array(connections).fill("localhost"));
	});
});

it("depth counts lists and objects, but not brackets in strings", () => {
	const of = (json: string) => depthOf(Buffer.from(json), 100);
	expect([of("1"), of("[]"), of('{"a":[{}]}'), of('"[[["'), of('["\\"[[", []]')]).toEqual([
		0, 1, 3, 0, 2,
	]);
	expect(depthOf(Buffer.from("[".repeat(1_000_000)), 20)).toBe(21);
});
