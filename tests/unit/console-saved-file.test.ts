import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newManufacturer, newVisit, seal } from "../../gateway/console/offline/change.ts";
import type { Item } from "../../gateway/console/offline/item.ts";
import { fileOf, itemsIn, restore } from "../../gateway/console/offline/saved-file.ts";
import type { Store } from "../../gateway/console/offline/send.ts";

const OWNER = '["walker","ga-mep"]';
const NOW = 1_790_000_000_000;
const begun = (key: string, owner = OWNER) => ({ key, owner, now: NOW });
const draft = newVisit(begun("k-1"), {
	smeId: "sme_a",
	smeName: "A",
	kind: "EVENT",
	title: "Open",
});
const sent: Item = {
	...seal(newVisit(begun("k-2"), { smeId: "sme_a", kind: "EVENT" }), {
		operation: "submit",
		key: "k-2~submit~1",
		variables: { id: "eng_1", revision: 1, key: "k-2~submit~1" },
	}),
	intent: "SUBMIT",
	record: { id: "eng_1", revision: 1, status: "DRAFT" },
	known: { smeId: "sme_a", kind: "EVENT" },
	returned: { by: "boss", reason: "Which hall?" },
};
const firm: Item = {
	...newManufacturer(begun("m-1"), { name: "Oak", state: "US-GA" }),
	createAnyway: true,
};
const ITEMS: Item[] = [draft, sent, firm];

/** A device. */
function shelf(): Store & { items: Map<string, Item> } {
	const items = new Map<string, Item>();
	return {
		items,
		list: async (owner) => [...items.values()].filter((item) => item.owner === owner),
		async update(key, change) {
			const after = change(items.get(key));
			if (after) items.set(key, after);
			else items.delete(key);
			return after;
		},
	};
}
/** As it lies on the device: without what is not there. */
const plain = (items: Iterable<Item>) => JSON.parse(JSON.stringify([...items]));

describe("a saved file", () => {
	it("puts back what was saved, each under its key, with the step that was under way", async () => {
		const device = shelf();
		const items = itemsIn(fileOf(ITEMS, NOW), NOW) ?? [];
		expect(await restore(device, OWNER, items)).toEqual({ restored: 3, here: 0, others: 0 });
		expect(plain(device.items.values())).toEqual(plain(ITEMS));
	});

	it("leaves what lies on the device as it is, and what belongs to somebody else out", async () => {
		const device = shelf();
		const typed = { ...draft, typed: { ...draft.typed, title: "Typed since" } };
		device.items.set(draft.key, typed);
		const foreign = newVisit(begun("k-9", '["other","ga-mep"]'), { kind: "EVENT" });
		const items = itemsIn(fileOf([...ITEMS, foreign], NOW), NOW) ?? [];
		expect(await restore(device, OWNER, items)).toEqual({ restored: 2, here: 1, others: 1 });
		expect(device.items.get(draft.key)).toEqual(typed);
		expect(device.items.has("k-9")).toBe(false);
	});

	it("tries again what was refused or failed, and takes over nothing that no item has", () => {
		const told = {
			...plain([sent])[0],
			refusal: { operation: "log", code: "CONFLICT", message: "x" },
			failure: "BUSY",
			attempts: 9,
			nextAt: NOW * 2,
			evil: true,
			typed: { kind: "EVENT", title: 7, evil: "x" },
			sealed: { operation: "submit", key: "other~submit~1", variables: { id: "eng_2" } },
		};
		const [item] = itemsIn(JSON.stringify({ items: [told] }), NOW) ?? [];
		expect(plain([item as Item])[0]).toEqual({
			...plain([{ ...sent, sealed: undefined }])[0],
			typed: { kind: "EVENT" },
		});
	});

	it("that is none is refused whole, whatever it holds", () => {
		for (const text of [
			"",
			"{",
			"[]",
			"7",
			'{"items":{}}',
			'{"items":[{}]}',
			'{"items":[{"key":"a b","owner":"x","type":"VISIT"}]}',
		])
			expect([text, itemsIn(text, NOW)]).toEqual([text, undefined]);
		fc.assert(
			fc.property(fc.json(), fc.jsonValue(), (text, value) => {
				itemsIn(text, NOW);
				for (const item of itemsIn(JSON.stringify({ items: [value, draft] }), NOW) ?? [])
					expect(typeof item.key).toBe("string");
			}),
			{ numRuns: 200 },
		);
	});
});
