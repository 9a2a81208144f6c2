import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { commandsOf, readDoc, runCommands } from "../support/doc-commands.ts";
import { ask, type Hub, seededFolder, startEmbedded } from "../support/hub.ts";
import { ROOT } from "../support/paths.ts";

let hub: Hub;
let dataDir: string;
beforeAll(async () => {
	dataDir = await seededFolder();
	hub = await startEmbedded(dataDir);
});
afterAll(() => hub.close());

const examples = readdirSync(join(ROOT, "docs/examples"))
	.filter((file) => file.endsWith(".graphql"))
	.map((file) => `docs/examples/${file}`);

it("there are six examples", () => expect(examples).toHaveLength(6));

it.each(examples)("%s returns the response in the file next to it", async (file) => {
	const answer = JSON.parse(readDoc(file.replace(".graphql", ".json")));
	expect((await ask(hub, readDoc(file))).body).toEqual(answer);
});

it("the README's query returns the response shown there", async () => {
	const [, query, answer] =
		/```graphql\n(.*?)```\s+```json\n(.*?)```/s.exec(readDoc("README.md")) ?? [];
	expect((await ask(hub, query ?? "")).body).toEqual(JSON.parse(answer ?? ""));
});

it("the README has at most 150 lines", () => {
	expect(readDoc("README.md").split("\n").length).toBeLessThanOrEqual(150);
});

it("the commands of the guide to querying and of open data work", async () => {
	const blocks = ["docs/querying.md", "docs/open-data.md"].flatMap((file) =>
		commandsOf(readDoc(file)),
	);
	const [totals = "", kept = "", again = "", byHash = "", table = ""] = await runCommands(blocks, {
		url: hub.url,
		dataDir,
	});
	expect(JSON.parse(totals).data.traceTotals).toHaveLength(4);
	expect(kept).toMatch(/"nodes":\[(\{"id":"[^}]+\},?){3}\]/);
	expect(kept.toLowerCase()).toMatch(
		/cache-control: public, max-age=300, stale-while-revalidate=300\r?\netag: w\/"/,
	);
	expect(again.trim()).toBe("304");
	expect(JSON.parse(byHash).data.mepCenters.nodes).toHaveLength(3);
	expect(table.split("\n")[0]).toMatch(/^\ufeff?id,.*source/);
});

it("the commands of the guide to statistics work", async () => {
	const blocks = commandsOf(readDoc("docs/statistics.md"));
	const [table = "", again, release = "", answer = ""] = await runCommands(blocks, {
		url: hub.url,
		dataDir,
	});
	expect(table.split("\n")[0]).toMatch(/^\ufeff?release,center,center_label,center_parent,kind,/);
	expect(table.trim().split("\n")).toHaveLength(3);
	expect(again?.trim()).toBe("304");
	expect(release).toContain("PUBLISHED_CASES");
	expect(release).toContain("files of release 1 are in statistics. Read methods.html first.");
	const { statistics } = JSON.parse(answer).data;
	expect(statistics.release).toMatchObject({ number: 1, basis: "PUBLISHED_CASES" });
	expect(statistics.cells).toHaveLength(3);
});

/** Anchors of headings, derived as on GitHub. */
const anchorsOf = (text: string) =>
	[...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
		(heading as string)
			.toLowerCase()
			.replace(/[^\w\- ]/g, "")
			.replaceAll(" ", "-"),
	);

it("every link between documents leads to an existing file and heading", () => {
	const files = execFileSync(
		"git",
		["ls-files", "--cached", "--others", "--exclude-standard", "*.md"],
		{
			cwd: ROOT,
			encoding: "utf8",
		},
	)
		.trim()
		.split("\n");
	const broken = files.flatMap((file) =>
		[...readDoc(file).matchAll(/\]\((?!https?:|mailto:)([^)#]*)(?:#([^)]+))?\)/g)].flatMap(
			([link, path, anchor]) => {
				const target = path ? join(dirname(file), path) : file;
				const isMissing =
					!existsSync(join(ROOT, target)) ||
					(anchor && !anchorsOf(readDoc(target)).includes(anchor));
				return isMissing ? [`${file}: ${link}`] : [];
			},
		),
	);
	expect(broken).toEqual([]);
});
