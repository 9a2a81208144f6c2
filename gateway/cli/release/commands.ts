import type { Command } from "commander";
import { EXIT } from "../partner/failure.ts";
import { listed } from "../partner/options.ts";

function described(parent: Command, name: string, description: string): Command {
	return parent
		.command(name)
		.description(description)
		.option("--hub <url>", "a running hub; by default the configured database")
		.option("--json", "print JSON");
}

/** Adds the options of a command for the program office. */
function withToken(command: Command): Command {
	return command
		.option("--token <token>", "an access token of the program office, with --hub")
		.option(
			"--quarters <list>",
			"fiscal quarters to add, as 2026-Q1,2026-Q2; by default all that are closed",
			listed,
		);
}

/** Adds the commands for releases of statistics. Exit codes: 1 refused, 2 wrong usage, 3 hub not reachable. */
export function addReleaseCommands(release: Command): void {
	release
		.description("preview, publish, list and download releases of statistics")
		.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : EXIT.wrongUse));
	withToken(
		described(release, "preview", "compute what a release would publish; changes nothing"),
	).action(async (options) => (await import("./preview.ts")).preview(options));
	withToken(described(release, "publish", "publish a preview, for everybody and for good"))
		.option("--preview <id>", "the preview; by default one is computed first")
		.option("--note <text>", "a note that everybody can read")
		.action(async (options) => (await import("./preview.ts")).publish(options));
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
