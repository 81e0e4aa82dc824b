import { testReadme } from "../test-readme.ts";

await testReadme("upsun-profile");
