import { useSyncExternalStore } from "react";

const printing = matchMedia("print");

function subscribe(listen: () => void): () => void {
	printing.addEventListener("change", listen);
	return () => printing.removeEventListener("change", listen);
}

/** Whether the page is being printed; what is drawn only in view is then drawn whole. */
export function usePrinting(): boolean {
	return useSyncExternalStore(subscribe, () => printing.matches);
}
