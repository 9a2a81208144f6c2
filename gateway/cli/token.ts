import { readConfig } from "../../shared/config.ts";
import { viewerOf } from "../../shared/viewer/viewer.ts";
import { developmentToken } from "../viewer/development.ts";

export type TokenOptions = {
	role: string;
	subject: string;
	center?: string;
	organization?: string;
	hours: number;
};

/** Prints a token of the development issuer. */
export async function token(options: TokenOptions): Promise<void> {
	const config = readConfig();
	if (config.issuer || config.production)
		throw new Error(
			"This command makes tokens for development only; get one from the configured issuer",
		);
	const { role, subject: sub, center, organization, hours } = options;
	const viewer = viewerOf({ role, sub, center, organization });
	if (viewer.role !== "PUBLIC") console.log(await developmentToken(config.dataDir, viewer, hours));
}
