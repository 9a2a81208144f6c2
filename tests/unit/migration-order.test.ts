import { describe, expect, it } from "vitest";
import { DATABASES } from "../../gateway/cli/data/databases.ts";

const timeOf = (name: string) => Number(name.slice(-13));

describe.each(DATABASES.map(({ definition }) => definition))(
	"migrations of $name",
	(definition) => {
		const names = definition.migrations.map(({ name }) => name);

		it("have a name each, by which a database remembers that it has them", () => {
			expect(new Set(names).size).toBe(names.length);
			expect(names.map(timeOf).every((time) => time > 1_700_000_000_000 - 1)).toBe(true);
		});

		// They run in the order of their times; those of the same time in the order of the list, as sorting keeps it.
		it("run in the order in which they are listed", () => {
			expect(names.toSorted((one, other) => timeOf(one) - timeOf(other))).toEqual(names);
		});
	},
);
