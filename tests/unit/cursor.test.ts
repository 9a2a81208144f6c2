import fc from "fast-check";
import { expect, it } from "vitest";
import { pageRequest } from "../../shared/pagination/connection.ts";
import { decodeCursor, encodeCursor } from "../../shared/pagination/cursor.ts";

it("a cursor decodes to its original position", () => {
	fc.assert(
		fc.property(
			fc.string(),
			fc.array(fc.oneof(fc.string(), fc.integer()), { minLength: 1, maxLength: 3 }),
			(list, position) => {
				expect(decodeCursor(list, encodeCursor(list, position), position.length)).toEqual(position);
			},
		),
	);
});

it("anything else is rejected with BAD_USER_INPUT and never crashes", () => {
	fc.assert(
		fc.property(fc.string(), (text) => {
			expect(() => decodeCursor("list", text, 1)).toThrow(/^after: /);
		}),
	);
	expect(() => decodeCursor("engagements", encodeCursor("traces", ["x"]), 1)).toThrow(
		/not a cursor of this list/,
	);
	expect(() => decodeCursor("traces", encodeCursor("traces", ["x", "y"]), 1)).toThrow(
		/not a cursor of this list/,
	);
});

it.each([0, -1, 201])("first: %i is out of range", (first) => {
	expect(() => pageRequest("list", 1, { first })).toThrow(
		`first: ${first} is out of range; ask for 1 to 200 items a page`,
	);
});
