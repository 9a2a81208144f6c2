import "reflect-metadata";
import { Command, InvalidArgumentError } from "commander";
import { addPartnerCommands } from "./cli/partner/commands.ts";
import { addReleaseCommands } from "./cli/release/commands.ts";

// Apollo's gateway sends telemetry unless this is set before it loads.
process.env.APOLLO_TELEMETRY_DISABLED = "1";

function wholeNumber(text: string): number {
	const number = Number(text);
	if (!Number.isSafeInteger(number) || number < 0)
		throw new InvalidArgumentError("expected a whole number.");
	return number;
}

const hub = new Command("hub").description("Throughline, the federated data hub");

hub
	.command("start", { isDefault: true })
	.description("load the seed data and run everything in one process")
	.option("--sandbox", "run a hub on made-up records instead, in a folder and at a port of its own")
	.option("--reset", "with --sandbox: make its records anew")
	.action(async ({ sandbox, reset }, command: Command) => {
		if (sandbox) return (await import("./cli/sandbox/start-sandbox.ts")).startSandbox({ reset });
		if (reset) command.error("error: --reset is for the sandbox only; add --sandbox");
		return (await import("./cli/start.ts")).start();
	});
hub
	.command("serve")
	.description("run one part as a separate process, over HTTP")
	.argument("<part>", "institutes, mep, engagements or gateway")
	.action(async (part: string) => (await import("./cli/serve.ts")).serve(part));
hub
	.command("check-config")
	.description("tell everything that is wrong with the configuration, and change nothing")
	.argument("[part]", "hub (all in one process), or institutes, mep, engagements or gateway", "hub")
	.action(async (part: string) => (await import("./cli/check-config.ts")).checkConfig(part));
hub
	.command("seed")
	.description("load the seed data into HUB_DATA_DIR and stop")
	.action(async () => (await import("./cli/start.ts")).seed());
hub
	.command("import")
	.description("import engagements from a CSV file or a workbook into the configured database")
	.argument("<file>", "CSV or .xlsx file; docs/logging-and-import.md describes its columns")
	.option("--center <id>", "the center the rows belong to; without it, published cases")
	.option("--dry-run", "validate the file without changing anything")
	.option("--map <pairs>", "map or skip columns, for example Company:sme_name,Remarks:-")
	.option(
		"--encoding <name>",
		"utf-8, utf-16le, utf-16be, windows-1252 or gb18030 (default: detected)",
	)
	.option("--sheet <name>", "sheet of a workbook (default: the first visible sheet)")
	.option("--dates <order>", "mdy if 3/4/2024 is March 4, dmy if it is April 3")
	.action(async (file: string, options) =>
		(await import("./cli/import.ts")).importCommand(file, options),
	);
hub
	.command("export")
	.description("write a center's engagements as CSV that can be imported again")
	.requiredOption("--center <id>", "the center, for example ga-mep")
	.option("--into <file>", "a new file (default: standard output)")
	.action(async (options) => (await import("./cli/export.ts")).exportCommand(options));
hub
	.command("copy")
	.description("copy HUB_DATA_DIR into the empty PostgreSQL database of HUB_DATABASE_URL")
	.action(async () => (await import("./cli/copy.ts")).copy());
hub
	.command("backup")
	.description("write all databases into one new file, while the hub runs")
	.argument("<file>", "a new file; it holds confidential records")
	.action(async (file: string) => (await import("./cli/data/backup.ts")).backup(file));
hub
	.command("restore")
	.description("restore a backup into a new HUB_DATA_DIR, or an empty database")
	.argument("<file>", "a file that backup has made")
	.action(async (file: string) => (await import("./cli/data/restore.ts")).restore(file));
const migrate = hub
	.command("migrate")
	.description("bring the databases up to date, or tell if they are");
migrate
	.command("status")
	.description("tell how far each database is, and change nothing")
	.action(async () => {
		const isCurrent = await (await import("./cli/data/migrate.ts")).migrateStatus();
		if (!isCurrent) process.exitCode = 1;
	});
migrate
	.command("up")
	.description("bring all databases up to date")
	.action(async () => (await import("./cli/data/migrate.ts")).migrateUp());
hub
	.command("purge")
	.description("delete what is older than the configuration keeps it, as the schedule does")
	.action(async () => (await import("./cli/data/purge.ts")).purgeCommand());
hub
	.command("audit")
	.description("write who changed what, and who saw what, as CSV or JSON lines")
	.requiredOption("--from <day>", "first day, for example 2026-01-01 (UTC)")
	.requiredOption("--to <day>", "last day")
	.option("--format <name>", "csv or jsonl", "csv")
	.option("--into <file>", "a new file (default: standard output)")
	.option("--content", "also what records were before and after each change")
	.action(async (options) => (await import("./cli/data/audit.ts")).audit(options));
hub
	.command("token")
	.description("print a token of the development issuer")
	.requiredOption(
		"--role <role>",
		"FIELD_STAFF, CENTER_MANAGER, PROGRAM_OFFICE, PARTNER or HUB_ADMIN",
	)
	.requiredOption("--subject <id>", "id of the user, for example staff-1")
	.option("--center <id>", "the center of field staff and managers, for example ga-mep")
	.option("--organization <id>", "the organization of a partner")
	.option("--hours <n>", "how long the token is valid", wholeNumber, 12)
	.action(async (options) => (await import("./cli/token.ts")).token(options));
hub
	.command("generate")
	.description("create a data folder of synthetic engagements, for load tests and demonstrations")
	.requiredOption("--into <dir>", "a new or empty folder")
	.option("--smes <n>", "number of manufacturers", wholeNumber, 20_000)
	.option("--engagements <n>", "number of engagements", wholeNumber, 200_000)
	.option(
		"--seed <n>",
		"seed of the random generator; the same seed gives the same data",
		wholeNumber,
		7,
	)
	.option(
		"--confidential <percent>",
		"percent of the engagements that are confidential",
		wholeNumber,
		95,
	)
	.option(
		"--releases-from <quarter>",
		"first fiscal quarter that releases cover; a whole year takes about half a minute",
		"2024-Q1",
	)
	.option(
		"--approved-only",
		"approved records only: no drafts, no reported quarters and no releases",
	)
	.action(async (options) => (await import("../seeds/generate.ts")).generateInto(options));
addPartnerCommands(hub.command("partner"));
addReleaseCommands(hub.command("release"));

hub.parseAsync().catch((error: Error & { exitCode?: number }) => {
	console.error(error.message);
	process.exitCode = error.exitCode ?? 1;
});
