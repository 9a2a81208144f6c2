import { type Command, Option } from "commander";
import { EXIT } from "./failure.ts";
import { asPartner, collected, described, listed, number, REASON } from "./options.ts";
import { addOwnership } from "./ownership-commands.ts";
import { addReading } from "./reading-commands.ts";
import { addWebhooks } from "./webhook-commands.ts";

const publishing = () => import("./publish.ts");
const administering = () => import("./admin.ts");

function addPublishing(partner: Command): void {
	for (const [name, description] of [
		["check", "check a subgraph and change nothing"],
		["publish", "check a subgraph and store it as a new version"],
	] as const)
		described(partner, name, description)
			.requiredOption("--partner <id>", "the partner")
			.requiredOption("--key <file>", "its private key, as created by keygen")
			.requiredOption("--name <subgraph>", "name of the subgraph")
			.requiredOption("--schema <file>", "its schema")
			.requiredOption("--url <url>", "GraphQL URL of its server")
			.option("--sample <type:id>", "a record to request in the check; may be repeated", collected)
			.action(async (options) => (await publishing())[name](options));
	asPartner(
		described(partner, "activate", "serve a published version, optionally as a canary first"),
	)
		.requiredOption("--name <subgraph>", "name of the subgraph")
		.option("--version <n>", "the version; by default the newest", number)
		.option("--canary <percent>", "percentage of consumers that get it first", number)
		.option("--consumers <names>", "consumers that get it first, separated by commas", listed)
		.action(async (options) => (await publishing()).activate(options));
	for (const [name, action, description] of [
		["rollback", "rollBackSubgraph", "end the canary, or restore the previous version"],
		["resume", "resumeSubgraph", "serve a suspended subgraph again"],
	] as const)
		asPartner(described(partner, name, description))
			.requiredOption("--name <subgraph>", "name of the subgraph")
			.option("--reason <text>", "the reason, which is public", REASON)
			.action(async (options) => (await publishing()).step(action, options));
}

function addAdministering(partner: Command): void {
	described(partner, "register", "register an organisation (HUB_ADMIN)")
		.requiredOption("--id <id>", "its slug, for example fox-valley")
		.requiredOption("--name <name>", "name of the organisation")
		.requiredOption("--contact <mail>", "email address of a contact; may be repeated", collected)
		.requiredOption("--key <file>", "its public key")
		.requiredOption("--token <token>", "a HUB_ADMIN's access token")
		.option("--host <host>", "a host that its URLs may use; may be repeated", collected)
		.option("--terms <version>", "version of the accepted terms")
		.action(async (options) => (await administering()).register(options));
	asPartner(described(partner, "suspend", "suspend a partner (--id) or one subgraph (--name)"))
		.option("--id <id>", "the partner (HUB_ADMIN)")
		.option("--name <subgraph>", "the subgraph")
		.option("--reason <text>", "the reason, which is public", REASON)
		.action(async (options, command: Command) => {
			if (Boolean(options.id) === Boolean(options.name))
				command.error("error: specify either a partner with --id or a subgraph with --name");
			if (options.id) await (await administering()).setStatus("suspendPartner", options);
			else await (await publishing()).step("suspendSubgraph", options);
		});
	described(partner, "reinstate", "end the suspension of a partner (HUB_ADMIN)")
		.requiredOption("--id <id>", "the partner")
		.requiredOption("--token <token>", "a HUB_ADMIN's access token")
		.option("--reason <text>", "the reason, which is public", REASON)
		.action(async (options) => (await administering()).setStatus("reinstatePartner", options));
	asPartner(described(partner, "rotate-key", "replace a partner's key"), true)
		.requiredOption("--new-key <file>", "the new public key")
		.option("--overlap <hours>", "hours that previous keys stay valid", number, 24)
		.action(async (options) => (await administering()).rotateKey(options));
	described(partner, "grant", "grant a partner a permission (HUB_ADMIN, PROGRAM_OFFICE)")
		.requiredOption("--partner <id>", "the partner")
		.requiredOption("--kind <kind>", "kind of the grant, for example REQUIRES_FIELD")
		.requiredOption("--type <type>", "the type, for example Sme")
		.option("--field <field>", "the field, for example state")
		.requiredOption("--purpose <text>", "what it is used for")
		.requiredOption("--consumer <text>", "who uses it")
		.option("--expires <time>", "when it expires, ISO 8601")
		.requiredOption("--token <token>", "an access token")
		.action(async (options) => (await administering()).grant(options));
	described(partner, "revoke", "revoke a grant (HUB_ADMIN, PROGRAM_OFFICE)")
		.requiredOption("--id <id>", "the grant")
		.requiredOption("--token <token>", "an access token")
		.option("--reason <text>", "the reason, which is public", REASON)
		.action(async (options) => (await administering()).revoke(options));
	described(partner, "restore", "restore the versions of an earlier supergraph (HUB_ADMIN)")
		.requiredOption("--supergraph <n>", "its version, see changelog", number)
		.requiredOption("--token <token>", "a HUB_ADMIN's access token")
		.option("--reason <text>", "the reason, which is public", REASON)
		.action(async (options) => (await administering()).restore(options));
}

function addDeveloping(partner: Command): void {
	partner
		.command("init")
		.description("create a subgraph from a template, with a test")
		.argument(
			"<id>",
			"your partner id, for example fox-valley, as assigned by the hub's administrator",
		)
		.addOption(
			new Option("--language <language>", "programming language of the template")
				.choices(["javascript", "python", "go"])
				.default("javascript"),
		)
		.option("--name <name>", "name of your organisation; by default derived from the id")
		.option("--into <dir>", "a new or empty folder; by default named like the id")
		.action(async (id: string, options) => (await import("./init.ts")).init({ id, ...options }));
	partner
		.command("dev")
		.description("compose a subgraph with the hub's graph and serve both, with synthetic hub data")
		.requiredOption("--partner <id>", "your partner id")
		.requiredOption("--schema <file>", "your schema; watched for changes")
		.requiredOption("--url <url>", "GraphQL URL of your server")
		.option("--name <subgraph>", "name of the subgraph; by default the partner id")
		.option("--hub <url>", "use the graph of this running hub instead of the built-in snapshot")
		.option("--supergraph <file>", "read the graph from a file")
		.option("--port <n>", "port of the sandbox, on this machine only", number, 4020)
		.option(
			"--sample <type:id>",
			"put this id first in lists of its type; may be repeated",
			collected,
		)
		.option(
			"--grant <type.field>",
			"assume a grant for @requires of this field; may be repeated",
			collected,
		)
		.option("--once", "check, print the findings and exit; 1 if there is an error")
		.action(async (options) => (await import("./sandbox/dev.ts")).dev(options));
}

/** Adds the commands for partners. Exit codes: 1 rejected by the hub, 2 wrong usage, 3 hub not reachable. */
export function addPartnerCommands(partner: Command): Command {
	partner
		.description(
			"manage partners and their subgraphs: for partners, with their key, and for the hub's staff",
		)
		.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : EXIT.wrongUse));
	described(partner, "keygen", "generate a signing key")
		.requiredOption(
			"--out <file>",
			"file for the private key; the public key is written next to it",
		)
		.action(async (options) => (await import("./keys.ts")).keygen(options));
	addDeveloping(partner);
	addPublishing(partner);
	addAdministering(partner);
	addReading(partner);
	addWebhooks(partner);
	addOwnership(partner);
	return partner;
}
