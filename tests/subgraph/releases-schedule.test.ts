import sql from "sql-template-tag";
import { expect, it, vi } from "vitest";
import { DEFAULT_RELEASES } from "../../shared/config-releases.ts";
import { network, openReleasesFixture } from "../support/releases.ts";
import { OFFICE } from "../support/viewers.ts";

const EVERY_SECOND = "* * * * * *";
const RELEASES = "{ releases { nodes { number periods { quarter } } } }";

it("what is closed is published by schedule, once, and more when more is closed", async () => {
	const hub = await openReleasesFixture({ ...DEFAULT_RELEASES, schedule: EVERY_SECOND });
	try {
		await hub.add(network());
		await hub.report(2024, 1);
		const numbers = async () =>
			(await hub.data(RELEASES)).releases.nodes.map(({ number }: { number: number }) => number);
		const soon = { timeout: 30_000, interval: 100 };
		await vi.waitFor(async () => expect(await numbers()).toEqual([1]), soon);
		// Long enough for two more times of the schedule.
		await new Promise((done) => setTimeout(done, 2500));
		expect(await numbers()).toEqual([1]);
		await hub.report(2024, 2);
		await vi.waitFor(async () => expect(await numbers()).toEqual([2, 1]), soon);
		const rows = await hub.database.read<{ published_by: string }>(
			sql`SELECT published_by FROM releases`,
		);
		expect(new Set(rows.map((row) => row.published_by))).toEqual(new Set(["schedule of releases"]));
	} finally {
		await hub.close();
	}
});

it("closing stops a release that is being computed", async () => {
	const hub = await openReleasesFixture();
	await hub.add(network(240, 2400));
	await hub.report(2024, 1);
	const query = "{ previewRelease { status progress } }";
	expect((await hub.data(query, {}, OFFICE)).previewRelease.status).toBe("COMPUTING");
	const before = performance.now();
	await hub.close();
	expect(performance.now() - before).toBeLessThan(5000);
});
