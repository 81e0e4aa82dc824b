import { testContract } from "../test-contract.ts";

await testContract("clockify-member-profile");
