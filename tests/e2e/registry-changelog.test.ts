import { afterAll, beforeAll, expect, it } from "vitest";
import { compose } from "../../gateway/composition/compose.ts";
import { openRegistryFixture, type RegistryFixture, SMALL } from "../support/registry-fixture.ts";

const CHANGELOG = `query($first: Int!) { schemaChangelog(first: $first) { version previous parts { name version } changes { criticality path message } totalChanges } }`;
const DIFF = `query($from: Int!, $to: Int!) { schemaDiff(from: $from, to: $to) { version previous changes { criticality path } } }`;

/** The small hub's supergraph with this in place of the size of a manufacturer. */
const supergraph = (field: string) =>
	compose([{ ...SMALL, sdl: SMALL.sdl.replace("size: Size", field) }]);

let hub: RegistryFixture;
beforeAll(async () => {
	hub = await openRegistryFixture();
	for (const [index, field] of [
		"size: Size",
		"size: Size staff: Int",
		"size: Size! staff: Int",
	].entries())
		await hub.registry.keepSupergraph(supergraph(field), [{ name: "hub", version: index }]);
	await hub.registry.keepSupergraph(supergraph("staff: Int kind: Size"), []);
});
afterAll(() => hub.close());

const changed = () => hub.data(CHANGELOG, { first: 10 });

it("tells what changed with each supergraph, the breaking changes first", async () => {
	const { schemaChangelog } = await changed();
	expect(
		schemaChangelog.map(({ version, previous, changes }: Record<string, unknown>) => [
			version,
			previous,
			(changes as Array<{ criticality: string; path: string }>).map(
				({ criticality, path }) => `${criticality} ${path}`,
			),
		]),
	).toEqual([
		[4, 3, ["BREAKING Sme.size", "NON_BREAKING Sme.kind"]],
		[3, 2, ["NON_BREAKING Sme.size"]],
		[2, 1, ["NON_BREAKING Sme.staff"]],
		[1, null, []],
	]);
});

it("compares any two that are kept, whichever gateway is asked", async () => {
	const { schemaDiff } = await hub.data(DIFF, { from: 1, to: 4 });
	expect(schemaDiff.changes.map(({ path }: { path: string }) => path).sort()).toEqual([
		"Sme.kind",
		"Sme.size",
		"Sme.staff",
	]);
	const again = await hub.again();
	expect((await again.data(DIFF, { from: 1, to: 4 })).schemaDiff).toEqual(schemaDiff);
	await again.close();
	expect(await hub.refusals(DIFF, { from: 1, to: 9 })).toEqual([
		[expect.stringMatching(/9/), "NOT_FOUND"],
	]);
	expect(await hub.refusals(CHANGELOG, { first: 51 })).toEqual([
		[expect.stringMatching(/1 to 50/), "BAD_USER_INPUT"],
	]);
});

it("forgets with the supergraphs that are no longer kept", async () => {
	for (let n = 0; n < 99; n++)
		await hub.registry.keepSupergraph(supergraph("size: Size"), [{ name: "hub", version: n }]);
	expect(await hub.refusals(DIFF, { from: 1, to: 4 })).toEqual([[expect.any(String), "NOT_FOUND"]]);
	const { schemaChangelog } = await hub.data(CHANGELOG, { first: 50 });
	expect(schemaChangelog).toHaveLength(50);
	expect(schemaChangelog[0]).toMatchObject({ version: 103, previous: 102, changes: [] });
}, 120_000);
