import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import sql from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSessionsDatabase } from "../../gateway/session/database.ts";
import { sessionQueries } from "../../gateway/session/queries.ts";
import type { RefreshTokens } from "../../gateway/session/refresh.ts";
import type { Contents } from "../../gateway/session/seal.ts";
import { secondsNow } from "../../gateway/session/session.ts";
import { openSessions } from "../../gateway/session/sessions.ts";
import type { Database, Storage } from "../../shared/database/database.ts";
import { emptyStorage } from "../support/storage.ts";

let storage: Storage;
/** Two hubs that share the sessions. */
let one: Database;
let two: Database;
beforeAll(async () => {
	storage = await emptyStorage();
	one = await openSessionsDatabase(storage);
	two = await openSessionsDatabase(storage);
});
afterAll(async () => {
	await one.close();
	await two.close();
});

const ENDED = { extensions: { code: "UNAUTHENTICATED" } };
let count = 0;
const contents = (more: Partial<Contents> = {}): Contents => {
	const n = ++count;
	return {
		accessToken: `access-token-${n}`,
		accessUntil: secondsNow() + 600,
		refreshToken: `refresh-token-${n}`,
		subject: "ada",
		name: "Ada Field",
		...more,
	};
};
const sessionsOn = (database: Database, refresh?: RefreshTokens, hours = 12) =>
	openSessions(sessionQueries(database), hours, refresh);

describe("a session", () => {
	it("is known to every hub by its cookie, and by no other", async () => {
		const kept = contents();
		const secret = await sessionsOn(one).create(kept, undefined);
		expect(secret).toMatch(/^[\w-]{43}$/);
		expect((await sessionsOn(two).current(secret)).contents).toEqual(kept);
		const other = `${secret[0] === "A" ? "B" : "A"}${secret.slice(1)}`;
		for (const wrong of [other, "", "x", `${secret}x`, secret.slice(1), "' OR 1=1 --"])
			await expect(sessionsOn(two).current(wrong)).rejects.toMatchObject(ENDED);
	});

	it("is stored so that the database tells neither tokens nor names nor the cookie", async () => {
		const kept = contents({
			accessToken: "very-secret-access",
			refreshToken: "very-secret-refresh",
		});
		const secret = await sessionsOn(one).create(kept, undefined);
		const rows = JSON.stringify(await one.read(sql`SELECT * FROM sessions`));
		for (const part of [secret, "very-secret", "Ada", "ada"]) expect(rows).not.toContain(part);
		for (const file of storage.databaseUrl ? [] : readdirSync(storage.dataDir))
			expect(readFileSync(`${storage.dataDir}/${file}`).includes("very-secret")).toBe(false);
	});

	it("takes the place of the one that the browser had", async () => {
		const sessions = sessionsOn(one);
		const before = await sessions.create(contents(), undefined);
		const after = await sessions.create(contents(), before);
		expect(after).not.toBe(before);
		await expect(sessions.current(before)).rejects.toMatchObject(ENDED);
		await sessions.current(after);
	});

	it("ends for all hubs when it is ended on one", async () => {
		const secret = await sessionsOn(one).create(contents(), undefined);
		await sessionsOn(two).end(secret);
		await expect(sessionsOn(one).current(secret)).rejects.toMatchObject(ENDED);
		await sessionsOn(one).end(secret);
		await sessionsOn(one).end("nonsense");
	});

	it("ends after its longest time, and its row goes with the next sign-in", async () => {
		const A_SECOND = 1 / 3600;
		const secret = await sessionsOn(one, undefined, A_SECOND).create(contents(), undefined);
		await sessionsOn(one).current(secret);
		await wait(1100);
		await expect(sessionsOn(one).current(secret)).rejects.toMatchObject(ENDED);
		const rows = () =>
			one.read<{ n: number }>(
				sql`SELECT COUNT(*) AS n FROM sessions WHERE expires_at <= ${secondsNow()}`,
			);
		expect(Number((await rows())[0]?.n)).toBeGreaterThan(0);
		await sessionsOn(one).create(contents(), undefined);
		expect(Number((await rows())[0]?.n)).toBe(0);
	});

	it("ends with its access token where there is no refresh token", async () => {
		const short = contents({ accessUntil: secondsNow() + 1, refreshToken: undefined });
		const secret = await sessionsOn(one).create(short, undefined);
		await sessionsOn(one).current(secret);
		await wait(1100);
		await expect(sessionsOn(one).current(secret)).rejects.toMatchObject(ENDED);
	});
});

describe("an access token that is about to expire", () => {
	/** A provider that accepts each refresh token once. */
	function rotating(delayMs = 150) {
		const used: string[] = [];
		const refresh: RefreshTokens = async (before) => {
			const token = before.refreshToken ?? "";
			if (used.includes(token)) throw new Error("used twice");
			used.push(token);
			await wait(delayMs);
			return contents();
		};
		return { used, refresh };
	}
	const expiring = () => contents({ accessUntil: secondsNow() + 1 });

	it("is replaced once for all requests, of all hubs", async () => {
		const { used, refresh } = rotating();
		const hubs = [sessionsOn(one, refresh), sessionsOn(two, refresh)];
		const secret = (await hubs[0]?.create(expiring(), undefined)) ?? "";
		const answers = await Promise.all(
			Array.from({ length: 20 }, (_, index) => hubs[index % 2]?.current(secret)),
		);
		expect(used).toHaveLength(1);
		expect(new Set(answers.map((session) => session?.contents.accessToken)).size).toBe(1);
		expect((await sessionsOn(two).current(secret)).generation).toBe(1);
	});

	it("is replaced again and again", async () => {
		const { used, refresh } = rotating(0);
		const sessions = sessionsOn(one, async (before) => ({
			...(await refresh(before)),
			...expiring(),
		}));
		const secret = await sessions.create(expiring(), undefined);
		for (let round = 1; round <= 4; round++)
			expect((await sessions.current(secret)).generation).toBe(round);
		expect(new Set(used).size).toBe(4);
	});

	it("ends the session where the provider refuses", async () => {
		const sessions = sessionsOn(one, async () => undefined);
		const secret = await sessions.create(expiring(), undefined);
		await expect(sessions.current(secret)).rejects.toMatchObject(ENDED);
		expect(await sessions.find(secret)).toBeUndefined();
	});

	it("is used to its end while the provider does not answer; then the session waits", async () => {
		let isDown = true;
		const sessions = sessionsOn(one, async () => {
			if (isDown) throw new Error("down");
			return contents();
		});
		const secret = await sessions.create(expiring(), undefined);
		expect((await sessions.current(secret)).generation).toBe(0);
		await wait(2100);
		const unavailable = { extensions: { code: "UNAVAILABLE" } };
		await expect(sessions.current(secret)).rejects.toMatchObject(unavailable);
		isDown = false;
		expect((await sessions.current(secret)).generation).toBe(1);
	});

	it("is replaced by another hub where the first was killed half-way", async () => {
		const queries = sessionQueries(one);
		const { refresh } = rotating();
		const sessions = sessionsOn(two, refresh);
		const secret = await sessions.create(expiring(), undefined);
		const id = (await sessions.find(secret))?.id ?? "";
		const now = secondsNow();
		expect(await queries.claim(id, 0, now, now + 2)).toBe(true);
		expect(await queries.claim(id, 0, now, now + 2)).toBe(false);
		expect((await sessions.current(secret)).generation).toBe(1);
		expect(secondsNow()).toBeGreaterThanOrEqual(now + 2);
	});

	it("of a session that was ended meanwhile revives nothing", async () => {
		const { refresh } = rotating();
		const sessions = sessionsOn(one, refresh);
		const secret = await sessions.create(expiring(), undefined);
		const running = sessions.current(secret);
		await wait(50);
		await sessionsOn(two).end(secret);
		await running;
		await expect(sessions.current(secret)).rejects.toMatchObject(ENDED);
	});
});
