import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { compiledWords } from "./build/compiled-words.ts";
import { compressed } from "./build/compressed.ts";
import { usStates } from "./build/us-states.ts";

const SHARED = [
	{
		name: "libraries",
		test: /node_modules\/(react|react-dom|scheduler|@lingui\/(core|message-utils)|@tanstack\/((react-)?(router|query|store)|(router|query)-core|history)|use-sync-external-store)\//,
	},
	{
		name: "parts",
		test: /gateway\/console\/(graphql\/\w+(-\w+)*\.ts|session\/|words\/[\w-]+\.ts|parts\/(Answered|Counted|Figure|Panel|RecordLink|Source|Status|TakeAlong|WhenShown|addresses|csv|kinds|paths|root|search|source-sheet|take-along))/,
	},
];

export default defineConfig({
	root: fileURLToPath(new URL(".", import.meta.url)),
	// Addresses of files are relative to each other, so that the hub may be served under a path of its own.
	base: "./",
	plugins: [react(), compiledWords(), usStates(), compressed()],
	build: {
		// Browsers since 2024: they know light-dark() and the popover attribute.
		target: ["chrome123", "firefox125", "safari17.5"],
		// Fonts and pictures stay files: data: addresses would need a looser policy.
		assetsInlineLimit: 0,
		chunkSizeWarningLimit: 700,
		// Browsers of the target preload modules by themselves.
		modulePreload: { polyfill: false },
		reportCompressedSize: false,
		// What every page needs is one file each of libraries and parts: a file of its own costs half a kB of headers.
		rolldownOptions: { output: { codeSplitting: { groups: SHARED } } },
	},
});
