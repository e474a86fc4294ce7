import { z } from "zod";

export const OpenInput = z.object({ id: z.uuid() });
