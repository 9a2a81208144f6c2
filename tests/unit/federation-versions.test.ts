import { expect, it } from "vitest";
import { examine } from "../../subgraphs/registry/check/examine.ts";
import { HUB_SDL } from "../support/frameworks/hub.ts";
import { PARTNERS } from "../support/frameworks/partners.ts";

const LINKED = /federation\/v2\.\d+/;
/** The version that brought what a fixture uses; all others need nothing newer than 2.0. */
const SINCE: Record<string, number> = { hotchocolate: 3 };

const own = { name: "hub", url: "in-process:hub", sdl: HUB_SDL };

const cases = PARTNERS.flatMap((partner) =>
	Array.from({ length: 15 }, (_, minor) => ({ ...partner, minor })).filter(
		({ framework, minor }) => minor >= (SINCE[framework] ?? 0),
	),
);

/** The schema as it is printed under a version: until 2.2, @shareable was not repeatable. */
function printed({ sdl, minor }: (typeof cases)[number]): string {
	const linked = sdl.replace(LINKED, `federation/v2.${minor}`);
	return minor < 2 ? linked.replace("shareable repeatable on", "shareable on") : linked;
}

/** Rules and messages that refuse a fixture when it links this version. */
async function refusals(one: (typeof cases)[number]) {
	const { id, sdl, grants } = one;
	expect(sdl).toMatch(LINKED);
	const { findings } = await examine({
		recorded: [],
		own: [own],
		others: [],
		absent: [],
		before: null,
		candidate: {
			name: `${id}-data`,
			url: "http://127.0.0.1:1",
			sdl: printed(one),
			partnerId: id,
		},
		namespace: id,
		grants: grants.map((grant) => ({
			id: "g",
			partnerId: id,
			purpose: "a test",
			consumer: "a test",
			expiresAt: null,
			...grant,
			field: grant.field ?? null,
		})),
		operations: [],
		lastGate: true,
	});
	return findings
		.filter(({ severity }) => severity === "ERROR")
		.map(({ rule, place, message }) => `${rule} ${place}: ${message}`);
}

it.each(cases)(
	"a schema as $framework prints it, linking Federation 2.$minor, is taken",
	async (one) => {
		expect(await refusals(one)).toEqual([]);
	},
);

it.each(PARTNERS)(
	"one that links a version nobody composes is refused ($framework)",
	async (one) => {
		const told = await refusals({ ...one, minor: 99 });
		expect(told).toEqual([expect.stringMatching(/^LINK schema: .*version 2\.99/)]);
	},
);
