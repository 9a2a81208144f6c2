import { isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { build, type Plugin } from "vite";

const ENTRY = fileURLToPath(new URL("../development/main.tsx", import.meta.url));

/**
 * Builds what is for development only, by itself and into a folder of its own: what production serves is the same with and
 * without it.
 */
export function development(): Plugin {
	let dir = "";
	return {
		name: "development",
		configResolved({ root, build: { outDir } }) {
			dir = isAbsolute(outDir) ? outDir : join(root, outDir);
		},
		async closeBundle(error?: Error) {
			if (error) return;
			await build({
				configFile: false,
				logLevel: "warn",
				base: "./",
				plugins: [react()],
				build: {
					outDir: join(dir, "development"),
					assetsDir: "",
					cssCodeSplit: false,
					copyPublicDir: false,
					modulePreload: false,
					reportCompressedSize: false,
					rolldownOptions: {
						input: ENTRY,
						output: { entryFileNames: "role-switcher-[hash].js", codeSplitting: false },
					},
				},
			});
		},
	};
}
