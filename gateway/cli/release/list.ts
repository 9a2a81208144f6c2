import { periodText, readReleases } from "../../rest/statistics/release.ts";
import { printJson, printTable } from "../partner/table.ts";
import { type ReleaseOptions, withGraph } from "./graph.ts";

/** Prints all releases, newest first. */
export async function list(options: ReleaseOptions): Promise<void> {
	const releases = await withGraph(options, readReleases);
	if (options.json) {
		printJson(releases);
		return;
	}
	printTable(
		["number", "published", "made from", "periods", "id"],
		releases.map((release) => [
			release.number,
			release.publishedAt.slice(0, 16).replace("T", " "),
			`${release.basis}${release.synthetic ? " (synthetic)" : ""}`,
			periodText(release),
			release.id,
		]),
		"No release was published yet; see: npm run hub -- release preview",
	);
}
