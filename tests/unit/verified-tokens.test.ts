import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { viewersOf } from "../../gateway/viewer/verify.ts";
import { issuerKey } from "../support/issuer-key.ts";

const OFFICE = { role: "PROGRAM_OFFICE", subject: "ada" };
const KEYS_ARE_KEPT_MS = 10 * 60_000;

/** A reader of viewers by keys in a file, and what replaces them. */
function withKeyFile(keys: object[]) {
	const file = join(mkdtempSync(join(tmpdir(), "jwks-")), "jwks.json");
	const write = (next: object[]) => writeFileSync(file, JSON.stringify({ keys: next }));
	write(keys);
	const read = viewersOf({ issuer: "issuer", audience: "hub", jwks: { file } });
	return {
		read,
		replaceKeys(next: object[]) {
			write(next);
			vi.spyOn(performance, "now").mockReturnValue(performance.now() + 1001);
		},
	};
}

describe("a token that was verified", () => {
	let verify = vi.spyOn(crypto.subtle, "verify");
	beforeEach(() => {
		vi.useFakeTimers({ toFake: ["Date"] });
		verify = vi.spyOn(crypto.subtle, "verify");
	});
	afterEach(() => {
		vi.useRealTimers();
		vi.restoreAllMocks();
	});
	const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);

	it("is not verified again, and another one is", async () => {
		const key = await issuerKey("key");
		const { read } = withKeyFile([key.jwk]);
		const [first, second] = [await key.bearer(), await key.bearer({ until: "2h" })];
		for (let times = 0; times < 5; times++) expect(await read(first)).toEqual(OFFICE);
		expect(verify).toHaveBeenCalledTimes(1);
		expect(await read(second)).toEqual(OFFICE);
		expect(verify).toHaveBeenCalledTimes(2);
	});

	it("does not make another token with its claims count", async () => {
		const key = await issuerKey("key");
		const { read } = withKeyFile([key.jwk]);
		const token = await key.bearer();
		expect(await read(token)).toEqual(OFFICE);
		const forged = await (await issuerKey("key")).bearer();
		const signature = forged.slice(forged.lastIndexOf("."));
		const mixed = token.slice(0, token.lastIndexOf(".")) + signature;
		await expect(read(mixed)).rejects.toThrow(/signature is wrong/);
	});

	it("is refused from the second on in which it would be refused unknown", async () => {
		const key = await issuerKey("key");
		const { read } = withKeyFile([key.jwk]);
		const token = await key.bearer({ until: "60s" });
		expect(await read(token)).toEqual(OFFICE);
		pass(64_000);
		expect(await read(token)).toEqual(OFFICE);
		pass(1000);
		await expect(read(token)).rejects.toThrow(/has expired/);
	});

	it("is refused where the clock was set back to before it counts", async () => {
		const key = await issuerKey("key");
		const { read } = withKeyFile([key.jwk]);
		const token = await key.bearer({ from: new Date(Date.now() + 1000) });
		expect(await read(token)).toEqual(OFFICE);
		pass(-60_000);
		await expect(read(token)).rejects.toThrow(/claim "nbf" is wrong/);
	});

	it("is refused as soon as its key is no longer in the file", async () => {
		const [old, next] = [await issuerKey("old"), await issuerKey("next")];
		const { read, replaceKeys } = withKeyFile([old.jwk, next.jwk]);
		const token = await old.bearer();
		expect(await read(token)).toEqual(OFFICE);
		replaceKeys([next.jwk]);
		await expect(read(token)).rejects.toThrow(/unknown key/);
	});

	it("is refused as soon as another key has the name of its key", async () => {
		const [old, next] = [await issuerKey("key"), await issuerKey("key")];
		const { read, replaceKeys } = withKeyFile([old.jwk]);
		const token = await old.bearer();
		expect(await read(token)).toEqual(OFFICE);
		replaceKeys([next.jwk]);
		await expect(read(token)).rejects.toThrow(/signature is wrong/);
		replaceKeys([old.jwk]);
		expect(await read(token)).toEqual(OFFICE);
	});

	it("does not outlive the key set of an address: a removed key is refused, and a missing set is told", async () => {
		const [old, next] = [await issuerKey("old"), await issuerKey("next")];
		let served: object | undefined = { keys: [old.jwk, next.jwk] };
		const server = createServer((_, response) => {
			response.writeHead(served ? 200 : 500).end(JSON.stringify(served ?? {}));
		}).listen(0, "127.0.0.1");
		await new Promise((done) => server.once("listening", done));
		const { port } = server.address() as AddressInfo;
		const jwks = { url: `http://127.0.0.1:${port}/jwks` };
		const read = viewersOf({ issuer: "issuer", audience: "hub", jwks });
		const [first, second] = [await old.bearer(), await next.bearer()];
		expect(await read(first)).toEqual(OFFICE);
		expect(await read(second)).toEqual(OFFICE);
		served = { keys: [next.jwk] };
		pass(KEYS_ARE_KEPT_MS);
		await expect(read(first)).rejects.toThrow(/unknown key/);
		expect(await read(second)).toEqual(OFFICE);
		served = undefined;
		pass(KEYS_ARE_KEPT_MS);
		await expect(read(second)).rejects.toThrow(/keys could not be fetched/);
		server.close();
	});
});
