import { randomUUID } from "node:crypto";
import * as fake from "fake-indexeddb";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import {
	discard,
	intend,
	newManufacturer,
	newVisit,
	type,
} from "../../gateway/console/offline/change.ts";
import { openDevice } from "../../gateway/console/offline/database.ts";
import { NEW_SME } from "../../gateway/console/offline/fields.ts";
import { type Item, ownerOf, type Visit } from "../../gateway/console/offline/item.ts";
import { fileOf, itemsIn, restore } from "../../gateway/console/offline/saved-file.ts";
import { isDone } from "../../gateway/console/offline/steps.ts";
import { itemStore } from "../../gateway/console/offline/store.ts";
import { developmentToken } from "../../gateway/viewer/development.ts";
import { FATES, type Fate, pass, roughSend } from "../support/device.ts";
import { ask, type Hub, seededFolder, startEmbedded } from "../support/hub.ts";

let hub: Hub;
let dataDir: string;
beforeAll(async () => {
	dataDir = await seededFolder();
	hub = await startEmbedded(dataDir);
}, 120_000);
afterAll(async () => {
	await hub.close();
	vi.unstubAllGlobals();
});

/** On another port, with what was written. */
async function restartHub(): Promise<void> {
	await hub.close();
	hub = await startEmbedded(dataDir);
}

const VISITS = 3;
const action = fc.oneof(
	fc.record({ what: fc.constant("type" as const), visit: fc.nat(VISITS - 1), minutes: fc.nat(99) }),
	fc.record({ what: fc.constant("submit" as const), visit: fc.nat(VISITS - 1) }),
	fc.record({ what: fc.constant("discard" as const), visit: fc.nat(VISITS - 1) }),
	fc.record({ what: fc.constant("take back" as const), visit: fc.nat(VISITS - 1) }),
	fc.record({ what: fc.constant("restart" as const), tab: fc.nat(1) }),
	fc.record({ what: fc.constant("move by a file" as const), tab: fc.nat(1) }),
	fc.record({
		what: fc.constant("send" as const),
		tab: fc.nat(1),
		fates: fc.array(fc.constantFrom<Fate>(...FATES), { minLength: 1, maxLength: 5 }),
	}),
	fc.record({
		what: fc.constant("send in both tabs" as const),
		fates: fc.array(fc.constantFrom<Fate>(...FATES), { minLength: 2, maxLength: 6 }),
	}),
);
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

/** A device with two tabs of one person, who logs three visits: one of them to a manufacturer registered on the way. */
async function device(subject: string) {
	const viewer = { role: "FIELD_STAFF", subject, center: "ga-mep" } as const;
	const token = await developmentToken(dataDir, viewer, 1);
	const owner = ownerOf(viewer);
	const open = async () => {
		const database = await openDevice(subject);
		return { database, store: itemStore(database) };
	};
	const tabs = [await open(), await open()];
	const storeOf = (tab: number) => (tabs[tab] as (typeof tabs)[number]).store;
	const keys = Array.from({ length: VISITS }, () => randomUUID());
	const manufacturer = randomUUID();
	const wanted = keys.map(() => ({ practice: "" }));
	const begun = (key: string) => ({ key, owner, now: Date.now() });
	const change = (index: number, how: (visit: Visit) => Visit | undefined) =>
		storeOf(index % 2).update(keys[index] as string, (item) =>
			item?.type === "VISIT" ? how(item) : item,
		);
	const send = (tab: number, fates: Fate[]) =>
		pass(storeOf(tab), owner, roughSend(hub.url, token, [...fates]));

	return {
		token,
		wanted,
		manufacturerName: `Works of ${subject}`,
		async begin() {
			await storeOf(0).update(manufacturer, () =>
				newManufacturer(begun(manufacturer), { name: `Works of ${subject}`, state: "US-GA" }),
			);
			for (const [index, key] of keys.entries()) {
				const smeId = index === 0 ? NEW_SME + manufacturer : "sme_windham-castings-ga";
				const typed = {
					smeId,
					kind: "ASSISTANCE",
					startedOn: "2026-03-02",
					title: `${subject} ${index}`,
				};
				await storeOf(0).update(key, () => newVisit(begun(key), typed));
			}
		},
		async act(done: Action) {
			if (done.what === "restart") {
				tabs[done.tab]?.database.close();
				tabs[done.tab] = await open();
			} else if (done.what === "move by a file") {
				// All is saved, the device is emptied, and the file is loaded, twice.
				const store = storeOf(done.tab);
				const file = fileOf(await store.list(owner), Date.now());
				const items = itemsIn(file, Date.now()) ?? [];
				for (const { key } of items) await store.update(key, () => undefined);
				expect(await store.list(owner)).toEqual([]);
				const none = { restored: 0, here: 0, others: 0 };
				expect(await restore(store, owner, items)).toEqual({ ...none, restored: items.length });
				expect(await restore(store, owner, items)).toEqual({ ...none, here: items.length });
			} else if (done.what === "send") await send(done.tab, done.fates);
			else if (done.what === "send in both tabs")
				await Promise.all(
					[0, 1].map((tab) =>
						send(
							tab,
							done.fates.filter((_, at) => at % 2 === tab),
						),
					),
				);
			else if (done.what === "type") {
				const practice = `TYPED_${done.minutes}`;
				const kept = await change(done.visit, (visit) => type(visit, { practice }, Date.now()));
				if (kept) (wanted[done.visit] as { practice: string }).practice = practice;
			} else if (done.what === "submit")
				await change(done.visit, (visit) => intend(visit, "SUBMIT", Date.now()));
			else if (done.what === "discard")
				await change(done.visit, (visit) => discard(visit, Date.now()));
			else
				await change(done.visit, (visit) =>
					visit.record?.status === "SUBMITTED" ? intend(visit, "WITHDRAW", Date.now()) : visit,
				);
		},
		/** The network is good again, and what is still there is submitted. Returns what is left on the device. */
		async end(): Promise<Item[]> {
			for (const [index] of keys.entries())
				await change(index, (visit) =>
					visit.intent === "DISCARD" ? visit : intend(visit, "SUBMIT", Date.now()),
				);
			for (let round = 0; round < 3; round++) await send(round % 2, []);
			return storeOf(0).list(owner);
		},
		/** Visits that are still on the device, by number. */
		async left(): Promise<boolean[]> {
			const list = await storeOf(0).list(owner);
			return keys.map((key) => list.some((item) => item.key === key));
		},
		close() {
			for (const { database } of tabs) database.close();
		},
	};
}

const QUERY = `query($search: String) {
	engagements(first: 50, where: { search: $search }) { nodes { title practice status sme { name } } }
	smes(search: $search) { nodes { name } }
}`;

/** One device lives through it all; then each visit that is left on it is at the hub once, and no other is. */
async function liveThrough(actions: ReadonlyArray<Action | "hub restarts">): Promise<void> {
	// What a browser has: the database of the device.
	for (const [name, value] of Object.entries(fake)) vi.stubGlobal(name, value);
	vi.stubGlobal("indexedDB", new fake.IDBFactory());
	const subject = `walker-${randomUUID().slice(0, 8)}`;
	const mine = await device(subject);
	await mine.begin();
	for (const one of actions) await (one === "hub restarts" ? restartHub() : mine.act(one));
	const kept = await mine.end();
	const items = new Map(kept.map((item) => [item.key, item]));
	expect(kept.filter((item) => !isDone(item, items))).toEqual([]);
	const isLeft = await mine.left();
	mine.close();

	const headers = { authorization: `Bearer ${mine.token}` };
	const { body } = await ask(hub, QUERY, { search: subject }, headers);
	const { engagements, smes } = body.data as never as {
		engagements: {
			nodes: Array<{ title: string; practice: string; status: string; sme: { name: string } }>;
		};
		smes: { nodes: Array<{ name: string }> };
	};
	const standing = engagements.nodes.filter(({ status }) => status !== "VOIDED");
	const expected = mine.wanted.flatMap(({ practice }, index) =>
		isLeft[index]
			? [{ title: `${subject} ${index}`, practice: practice || null, status: "SUBMITTED" }]
			: [],
	);
	expect(
		standing
			.map(({ title, practice, status }) => ({ title, practice, status }))
			.sort((one, other) => one.title.localeCompare(other.title)),
	).toEqual(expected);
	expect(smes.nodes).toEqual([{ name: mine.manufacturerName }]);
}

it("each visit that was logged exists exactly once, whatever happened to tabs, requests and answers", async () => {
	let runs = 0;
	await fc.assert(
		fc.asyncProperty(fc.array(action, { minLength: 4, maxLength: 16 }), async (actions) => {
			runs++;
			await liveThrough(actions);
		}),
		{ numRuns: 25, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: false },
	);
	expect(runs).toBeGreaterThan(3);
}, 120_000);

it("also where the hub itself ends and starts again in between", async () => {
	const all = [0, 1, 2].map((visit) => ({ what: "submit", visit }) as const);
	const send = (...fates: Fate[]) => ({ what: "send", tab: 0, fates }) as const;
	await liveThrough([
		...all,
		send("ARRIVES", "ANSWER_LOST"),
		"hub restarts",
		send("KILLED_AFTER"),
		{ what: "type", visit: 1, minutes: 7 },
		"hub restarts",
		send("TWICE", "ANSWER_HALF"),
		{ what: "restart", tab: 0 },
	]);
}, 120_000);
