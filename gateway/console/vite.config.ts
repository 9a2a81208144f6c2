import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { compiledWords } from "./build/compiled-words.ts";
import { compressed } from "./build/compressed.ts";
import { development } from "./build/development.ts";
import { fileOf } from "./build/first-page.ts";
import { usStates } from "./build/us-states.ts";
import { WORKER, workerFiles } from "./build/worker-files.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
	root: here("."),
	// Addresses of files are relative to each other, so that the hub may be served under a path of its own.
	base: "./",
	plugins: [react(), compiledWords(), usStates(), workerFiles(), compressed(), development()],
	build: {
		// Browsers since 2024: they know light-dark() and the popover attribute.
		target: ["chrome123", "firefox125", "safari17.5"],
		// Fonts and pictures stay files: data: addresses would need a looser policy.
		assetsInlineLimit: 0,
		chunkSizeWarningLimit: 700,
		// Browsers of the target preload modules by themselves.
		modulePreload: { polyfill: false },
		reportCompressedSize: false,
		// The hub reads from it what a page will load (gateway/rest/console/preloads.ts).
		manifest: true,
		// All styles are 8 kB: one file.
		cssCodeSplit: false,
		rolldownOptions: {
			input: { main: here("index.html"), [WORKER]: here("worker/service-worker.ts") },
			output: {
				advancedChunks: { groups: [{ name: fileOf }] },
				// A worker keeps its address, and serves what is beside it.
				entryFileNames: ({ name }) => (name === WORKER ? "[name].js" : "assets/[name]-[hash].js"),
			},
		},
	},
});
