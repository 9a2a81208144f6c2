import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The folder of what is built for development only. */
export const DEVELOPMENT = "development";

/** The tags that load it into the console's page. */
export function developmentTags(dir: string): string {
	const files = readdirSync(join(dir, DEVELOPMENT)).filter((file) => /\.(css|js)$/.test(file));
	return files
		.map((file) =>
			file.endsWith(".css")
				? `<link rel="stylesheet" href="./${DEVELOPMENT}/${file}">`
				: `<script type="module" src="./${DEVELOPMENT}/${file}"></script>`,
		)
		.join("\n");
}
