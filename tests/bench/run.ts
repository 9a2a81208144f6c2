import "reflect-metadata";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { Command } from "commander";
import { compare, type Figures, type Plan } from "./compare.ts";
import { consolePage } from "./console.ts";
import { busySmes, datasetOf } from "./dataset.ts";
import { duplicates } from "./duplicates.ts";
import { coldTable, measureFigures, memoryTable, targetsTable } from "./figures/figures.ts";
import { growth } from "./growth.ts";
import { guard } from "./guard.ts";
import { hubs } from "./hubs.ts";
import { kills } from "./kills/kills.ts";
import { liveTotals } from "./live-totals.ts";
import { nodeVersions } from "./node-versions.ts";
import { operationsOn } from "./operations.ts";
import { partners } from "./partners.ts";
import { startHubInFour } from "./peers/hub-four.ts";
import { startHubInOne } from "./peers/hub-one.ts";
import { startGraphqlJs, startSql } from "./peers/single.ts";
import { startTextbook } from "./peers/textbook.ts";
import { HUB_SOURCES, type Peer } from "./processes.ts";
import { type Profiled, profileOf, profileTable } from "./profile/profile.ts";
import { releases } from "./releases.ts";
import {
	figuresTable,
	growthTable,
	hubsTable,
	killsTable,
	liveMemoryTable,
	liveTable,
	partnersTable,
	ratiosOf,
	ratiosTable,
	releasesTable,
	rulesTable,
	servingTable,
	writesTable,
} from "./report.ts";
import { writes } from "./writes.ts";

const STARTERS = [startHubInOne, startHubInFour, startTextbook, startGraphqlJs, startSql];
const LARGE = { smes: 100_000, engagements: 1_000_000 };

type Options = {
	quick?: boolean;
	figures?: boolean;
	profile?: boolean;
	guard?: boolean;
	duplicates?: boolean;
	console?: boolean;
	kills?: boolean | string;
	killsFile?: string;
	nodeVersions?: string[];
	hubs?: boolean;
	liveTotals?: boolean;
	releases?: boolean;
	confidential: string;
	years: string;
	engine?: string;
	growth: boolean;
	smes: string;
	engagements: string;
};

const options = new Command("bench")
	.description(
		"Compares the hub with a textbook federation, an unfederated server and bare SQL on one generated set.",
	)
	.option("--quick", "fewer and shorter rounds on the same set, once all are warm, and no growth")
	.option("--figures", "only the figures to reach, each beside its target")
	.option("--profile", "only where a warm hub's processor time goes, by package and folder")
	.option("--guard", "only whether a request costs far more than on an unfederated server")
	.option("--duplicates", "only how well and how fast likely duplicates are found")
	.option(
		"--console",
		"only the console's first page on a slow phone, beside a server-rendered one",
	)
	.option("--kills [n]", "only whether acknowledged writes survive so many kills at random moments")
	.option("--kills-file <path>", "where its rounds are written; given again, the run goes on there")
	.option(
		"--node-versions <version...>",
		"only whether chosen tests pass on other versions of Node",
	)
	.option("--hubs", "only three hubs with a replica, beside one hub without")
	.option("--live-totals", "only live totals of that many engagements, from memory and by SQL")
	.option("--releases", "only releases of statistics: made, published and served")
	.option("--confidential <percent>", "of the engagements that releases count", "95")
	.option("--years <n>", "fiscal years that the larger release covers, 1 to 11", "11")
	.option("--engine <name>", "live totals or releases on sqlite or postgres only")
	.option("--no-growth", "leave out the growth from the set's size to 1,000,000 engagements")
	.option("--smes <n>", "manufacturers to generate", "20000")
	.option("--engagements <n>", "engagements to generate", "200000")
	.parse()
	.opts<Options>();

const plan: Plan = options.quick
	? { clients: 8, warmUpSeconds: 15, rounds: 3, secondsARound: 1 }
	: { clients: 8, warmUpSeconds: 30, rounds: 5, secondsARound: 4 };

const say = (text: string) => process.stdout.write(`${text}\n\n`);
if (options.guard) process.exit((await guard(say)) ? 0 : 1);
if (options.duplicates) {
	say(await duplicates());
	process.exit(0);
}
if (options.console) {
	say("The first page on a phone (processor 4 times slower, 1.6 Mbit/s, 150 ms), nothing cached:");
	say(await consolePage());
	process.exit(0);
}
if (options.hubs) {
	const measured = await hubs(Number(options.smes), Number(options.engagements));
	say("One hub on one PostgreSQL server, and three hubs with a replica behind a balancer:");
	say(hubsTable(measured));
	process.exit(0);
}
if (options.nodeVersions) {
	const failed = await nodeVersions(options.nodeVersions);
	say(failed.length === 0 ? "They pass on all." : `Tests failed on Node ${failed.join(", ")}.`);
	process.exit(failed.length === 0 ? 0 : 1);
}
const engines = options.engine ? [options.engine] : ["sqlite", "postgres"];
if (options.kills) {
	const killed = await kills(
		options.kills === true ? 1000 : Number(options.kills),
		engines,
		options.killsFile,
	);
	say("Processes killed, and PostgreSQL's connections cut, while 8 clients log engagements:");
	say(killsTable(killed));
	process.exit(killed.every(({ lost, doubled }) => lost + doubled === 0) ? 0 : 1);
}
if (options.releases) {
	const { made, served } = await releases(Number(options.smes), Number(options.engagements), {
		confidential: Number(options.confidential),
		years: Number(options.years),
		engines,
	});
	say(
		`Releases of ${options.engagements} engagements, ${options.confidential} % confidential; CPU is of the whole process:`,
	);
	say(releasesTable(made));
	say(rulesTable(made));
	say("Tables of the larger release by 8 clients at a time:");
	say(servingTable(served));
	process.exit(0);
}
const live = async (smes: number, engagements: number) => {
	const measured = await liveTotals(smes, engagements, engines);
	say(
		`Live totals of ${engagements} engagements by 8 clients at a time, each question new unless it says otherwise:`,
	);
	say(liveTable(measured.figures));
	say(liveMemoryTable(measured.memory));
	return measured;
};
if (options.liveTotals) {
	await live(Number(options.smes), Number(options.engagements));
	process.exit(0);
}
const dataset = await datasetOf(Number(options.smes), Number(options.engagements));
if (options.figures) {
	const measured = await measureFigures(
		dataset,
		{ clients: 8, warmUpSeconds: 20, rounds: 7, secondsARound: 3 },
		(text) => process.stderr.write(`${text}\n`),
	);
	say(figuresTable(measured.figures));
	say(coldTable(measured.cold));
	say(memoryTable(measured.memory));
	say(writesTable(measured.writes));
	say(targetsTable(measured));
	process.exit(0);
}
const smeIds = await busySmes(dataset.dir, 200);
if (options.profile) {
	const hub = await startHubInOne(dataset.dir, HUB_SOURCES);
	const profiled: Profiled[] = [];
	try {
		for (const operation of operationsOn(smeIds))
			profiled.push(await profileOf(hub, operation, { warmUpSeconds: 20, seconds: 8 }));
	} finally {
		await hub.stop();
	}
	say("Processor time a request of a warm hub in one process, 8 clients:");
	say(profileTable(profiled));
	process.exit(0);
}
const figures: Figures[] = [];
const peers: Peer[] = [];
try {
	for (const start of STARTERS) peers.push(await start(dataset.dir));
	for (const operation of operationsOn(smeIds)) {
		process.stderr.write(
			`${operation.name}: ${plan.rounds} rounds of ${plan.secondsARound} s for each peer\n`,
		);
		figures.push(...(await compare(peers, operation, plan)));
	}
} finally {
	for (const peer of peers) await peer.stop();
}
const ratios = ratiosOf(figures);
say(
	`${dataset.smes} manufacturers, ${dataset.engagements} engagements, ${plan.clients} clients, Node ${process.version}, ${cpus().length} cores shared with the caller`,
);
say(figuresTable(figures));
say(ratiosTable(ratios));
say(
	"Totals: the subgraph keeps them for as long as its database does not change, so (a), (b) and (c) compute them once (see first ms); (d) and (e) compute them for every call.",
);

const written = await writes(options.quick ? 2 : 6);
say(
	"Logging an engagement while four others read from the hub; plain SQL checks nothing and answers nothing:",
);
say(writesTable(written));

const beside = options.quick ? await partners(2, 2) : await partners(6, 5);
say("Queries that touch no partner, while others ask a partner's field 20 times a second:");
say(partnersTable(beside));

const totals = options.quick
	? await live(5000, 50_000)
	: await live(Number(options.smes), Number(options.engagements));

const grown =
	options.growth && !options.quick
		? await growth(dataset, await datasetOf(LARGE.smes, LARGE.engagements), 50)
		: [];
if (grown.length > 0) say(growthTable(grown, dataset.engagements, LARGE.engagements));

mkdirSync("bench-results", { recursive: true });
const file = `bench-results/${new Date().toISOString().replaceAll(":", "-").slice(0, 19)}.json`;
const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
writeFileSync(
	file,
	JSON.stringify(
		{
			machine,
			plan,
			smes: dataset.smes,
			engagements: dataset.engagements,
			figures,
			ratios,
			growth: grown,
			writes: written,
			partners: beside,
			liveTotals: { figures: totals.figures, memory: totals.memory },
		},
		null,
		"\t",
	),
);
say(`Written to ${file}`);
process.exit(0);
