import { checkFolders } from "./folder-imports.ts";
import { FOLDER_ORDERS } from "./folder-order.ts";

/** `npm run folders`: prints how the folders import each other, and ends with 1 where a bound is broken. */
for (const [root, bounds] of Object.entries(FOLDER_ORDERS)) {
	const { arrows, upward, circles, faults } = checkFolders(root, bounds);
	console.log(
		`${root}: ${bounds.order.length} folders and files, ${arrows} arrows, ${upward.length} upward imports, ${circles.length} circles`,
	);
	for (const fault of faults) console.error(`  ${fault}`);
	if (faults.length > 0) process.exitCode = 1;
}
