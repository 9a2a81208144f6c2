import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packPartnerCli } from "../../gateway/cli/partner-package.ts";
import type { Ran } from "./command.ts";

/** What npm is told so that it reaches no registry and knows no cache. */
const ALONE = {
	npm_config_offline: "true",
	npm_config_registry: "http://127.0.0.1:9/",
	npm_config_update_notifier: "false",
};

export type InstalledCli = {
	/** An empty folder but for the installation and what commands write. */
	dir: string;
	tarball: string;
	/** For processes that call `throughline-partner` by its name, or npm to install it again. */
	env: Record<string, string>;
	run(...args: string[]): Promise<Ran>;
};

/** Runs a program to its end. */
export function ran(
	command: string,
	args: string[],
	options: { cwd: string; env?: Record<string, string> },
): Promise<Ran> {
	const env = { ...process.env, ...options.env };
	return new Promise((done) => {
		execFile(command, args, { cwd: options.cwd, env }, (error, stdout, stderr) => {
			done({ code: error ? Number(error.code) : 0, stdout, stderr });
		});
	});
}

/** Packs throughline-partner and installs it from the tarball in an empty folder. */
export async function installPartnerCli(): Promise<InstalledCli> {
	const above = mkdtempSync(join(tmpdir(), "partner-cli-"));
	const tarball = await packPartnerCli(above);
	const dir = join(above, "empty");
	const prefix = join(above, "global");
	mkdirSync(dir);
	const env = {
		...ALONE,
		npm_config_cache: join(above, "cache"),
		npm_config_prefix: prefix,
		PATH: `${join(prefix, "bin")}:${process.env.PATH}`,
	};
	const installed = await ran("npm", ["install", "--global", tarball], { cwd: dir, env });
	if (installed.code !== 0) throw new Error(`npm install: ${installed.stderr}`);
	return {
		dir,
		tarball,
		env,
		run: (...args) => ran("throughline-partner", args, { cwd: dir, env }),
	};
}
