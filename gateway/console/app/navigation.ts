import { useRouter } from "@tanstack/react-router";
import type { MessageId } from "../words/ids.ts";

type Place = { path: string; title: MessageId; place: number };

/** The pages that the navigation lists, in their order. */
export function useNavigation(): Place[] {
	const { routesById } = useRouter();
	const places = Object.values(routesById).flatMap((route) => {
		const { title, place } = route.options.staticData ?? {};
		return title && place !== undefined ? [{ path: route.fullPath as string, title, place }] : [];
	});
	return places.sort((a, b) => a.place - b.place);
}
