import type { Command } from "commander";
import { EXIT } from "../partner/failure.ts";

function described(parent: Command, name: string, description: string): Command {
	return parent
		.command(name)
		.description(description)
		.option("--hub <url>", "a running hub; by default the configured database")
		.option("--json", "print JSON");
}

/** Adds the commands for releases of statistics. Exit codes: 1 refused, 2 wrong usage, 3 hub not reachable. */
export function addReleaseCommands(release: Command): void {
	release
		.description("preview, publish, list and download releases of statistics")
		.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : EXIT.wrongUse));
	described(release, "list", "list releases, newest first").action(async (options) =>
		(await import("./list.ts")).list(options),
	);
	described(release, "download", "write the tables of a release into a folder")
		.argument("<folder>", "a folder; files that are there are not overwritten")
		.option("--release <n>", "number of the release", "latest")
		.option(
			"--format <formats>",
			"csv, json (JSON-stat) or parquet, separated by commas, or all",
			"all",
		)
		.action(async (folder: string, options) =>
			(await import("./download.ts")).download(folder, options),
		);
}
