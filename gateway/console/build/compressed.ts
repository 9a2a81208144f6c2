import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin } from "vite";

const WORTH_COMPRESSING = /\.(js|css|svg|json)$/;

async function compress(path: string): Promise<void> {
	const bytes = readFileSync(path);
	const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
	const [brotli, zipped] = await Promise.all([
		promisify(brotliCompress)(bytes, { params }),
		promisify(gzip)(bytes, { level: 9 }),
	]);
	writeFileSync(`${path}.br`, brotli);
	writeFileSync(`${path}.gz`, zipped);
}

/** Writes each file a second and third time, compressed, so that the hub compresses nothing while it answers. */
export function compressed(): Plugin {
	let dir = "";
	return {
		name: "compressed",
		configResolved({ root, build }) {
			dir = join(root, build.outDir, build.assetsDir);
			if (build.outDir.startsWith("/")) dir = join(build.outDir, build.assetsDir);
		},
		async closeBundle(error?: Error) {
			if (error) return;
			const files = readdirSync(dir).filter((file) => WORTH_COMPRESSING.test(file));
			await Promise.all(files.map((file) => compress(join(dir, file))));
		},
	};
}
